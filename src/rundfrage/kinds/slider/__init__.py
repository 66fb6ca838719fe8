"""A number between two ends, set with a slider."""

from rundfrage.kinds.slider.kind import Slider, SliderBody

__all__ = ["Slider", "SliderBody"]
