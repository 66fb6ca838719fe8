"""Items put in order."""

from rundfrage.kinds.ranking.kind import Ranking, RankingBody

__all__ = ["Ranking", "RankingBody"]
