//! Affine transformations (ISO 32000-1 §8.3.4).

/// The six numbers `a b c d e f` of a PDF matrix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f32; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// A shift.
    pub(super) fn shift(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This transformation, followed by `outer`.
    #[expect(clippy::many_single_char_names, reason = "the letters of ISO 32000-1")]
    pub(super) fn then(self, outer: Self) -> Self {
        let ([a, b, c, d, e, f], [oa, ob, oc, od, oe, of]) = (self.0, outer.0);
        Self([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        ])
    }

    /// Where the origin goes.
    pub(super) fn origin(self) -> (f32, f32) {
        let [.., e, f] = self.0;
        (e, f)
    }

    /// How much longer a horizontal and a vertical unit become.
    pub(super) fn scale(self) -> (f32, f32) {
        let [a, b, c, d, ..] = self.0;
        (a.hypot(b), c.hypot(d))
    }
}
