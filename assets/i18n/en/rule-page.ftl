rule-page-looks-at = What it looks at
rule-page-stays-silent = When it stays silent
rule-page-why = Why
rule-page-policy = In your school's policy
rule-page-policy-text = The school chooses how loudly this rule speaks: off, info (only the icon changes), warn (a card that goes away by itself) or stop (a card that stays).
