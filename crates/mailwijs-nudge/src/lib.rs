//! A report, what was shown before and the time become a [`NudgeDecision`].
#![forbid(unsafe_code)]
