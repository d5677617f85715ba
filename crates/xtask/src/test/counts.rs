//! How many tests ran, read from what the test runners print.

use std::fmt;
use std::ops::AddAssign;

/// Tests that passed, failed and were skipped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Did what they promise.
    pub passed: u32,
    /// Did not.
    pub failed: u32,
    /// Were left out (`#[ignore]`, `.skip`).
    pub skipped: u32,
}

impl Counts {
    /// From the output of `cargo test`: one closing line for each test program.
    pub fn of_cargo(output: &str) -> Self {
        let mut counts = Self::default();
        for line in output.lines().filter(|line| line.starts_with("test result:")) {
            counts += Self {
                passed: number_before(line, " passed"),
                failed: number_before(line, " failed"),
                skipped: number_before(line, " ignored"),
            };
        }
        counts
    }

    /// From the output of vitest, whose closing line begins with `Tests`.
    pub fn of_vitest(output: &str) -> Self {
        let closing = output
            .lines()
            .rev()
            .map(str::trim_start)
            .find(|line| line.starts_with("Tests "));
        closing.map_or_else(Self::default, |line| Self {
            passed: number_before(line, " passed"),
            failed: number_before(line, " failed"),
            skipped: number_before(line, " skipped"),
        })
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)
        } else {
            Ok(())
        }
    }
}

fn number_before(line: &str, word: &str) -> u32 {
    let before = line.split_once(word).map_or("", |(before, _)| before);
    before
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_cargo_test_add_up() {
        let output = "\
running 2 tests
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: FAILED. 40 passed; 1 failed; 3 ignored; 0 measured; 0 filtered out; finished in 1.20s
";
        assert_eq!(
            Counts::of_cargo(output),
            Counts {
                passed: 42,
                failed: 1,
                skipped: 3
            }
        );
    }

    #[test]
    fn the_closing_line_of_vitest_is_read() {
        let output = " Test Files  2 passed (2)\n      Tests  1 failed | 12 passed | 2 skipped (15)\n";
        assert_eq!(
            Counts::of_vitest(output),
            Counts {
                passed: 12,
                failed: 1,
                skipped: 2
            }
        );
    }

    #[test]
    fn no_closing_line_means_no_tests() {
        assert_eq!(Counts::of_cargo("error: could not compile"), Counts::default());
    }

    #[test]
    fn the_sum_reads_as_scripts_expect_it() {
        assert_eq!(
            Counts {
                passed: 42,
                failed: 0,
                skipped: 0
            }
            .to_string(),
            "42 passed, 0 failed"
        );
        assert_eq!(
            Counts {
                passed: 1,
                failed: 2,
                skipped: 3
            }
            .to_string(),
            "1 passed, 2 failed, 3 skipped"
        );
    }
}
