"""Reasons for no answer in Chinese."""

from rundfrage.codebook.reason_words.form import ReasonWords, reasons
from rundfrage.folding import listed

CHINESE = ReasonWords(
    offered=reasons(
        dont_know="不知道|唔知|唔知/難講|唔知／難講|唔知道|不清楚|難講|很難說|很难说|說不清"
        "|说不清|說不上來|说不上来|無法選擇|无法选择|不一定|忘記|忘记|不記得|不记得|唔記得"
        "|不知道、忘記|不知道/不清楚|不確定|不确定|不了解|沒有意見|没有意见|無意見|无意见"
        "|不知道／不清楚|不好說|不好说|無法回答|无法回答",
        refused="不想回答|不願回答|不愿回答|不願意回答|不愿意回答|不便回答|不方便回答|不想說"
        "|不想说",
        not_asked="不適用於我|不适用于我|與我無關|与我无关",
    ),
    technical=reasons(
        refused="拒答|拒絕回答|拒绝回答|唔肯講|拒答 （skip to end）|拒訪|拒绝",
        left_blank="遺漏值|遗漏值|遺漏|遗漏|未回答|漏答|無回答|无回答|缺失值|缺失|未答|沒有回答"
        "|没有回答|未填|未填答|未作答|無資料|无资料|無數據|无数据|沒有答案|没有答案",
        not_asked="跳答|不適用|不适用|跳題|跳题|免答|未問|未问|未詢問",
    ),
    steps=listed(
        "不一定|不確定|不确定|不清楚|不了解|忘記|忘记|不記得|不记得|唔記得|難講|很難說|很难说"
        "|沒有意見|没有意见|無意見|无意见|不好說|不好说|與我無關|与我无关|無法選擇|无法选择"
    ),
    answers=listed("拒绝|缺失|遺漏|遗漏"),
)
