//! The layers: attention within each window, and a feed-forward step for each piece (BERT, post-layer norm).

use std::ops::Range;

use ndarray::linalg::general_mat_mul;
use ndarray::{Array1, Array2, ArrayBase, ArrayView2, Axis, Data, Ix2, Slice};

use crate::weights::{Linear, LoadError, Matrix, Norm, Parts, lacks};
use crate::window::Window;

/// Attention heads of a layer.
const HEADS: usize = 12;

/// Embeddings, layers and heads.
pub(crate) struct Network {
    words: Matrix,
    positions: Array2<f32>,
    norm: Norm,
    layers: Vec<Layer>,
    units: Head,
    flags: Head,
    topics: Head,
}

struct Layer {
    query: Linear,
    key: Linear,
    value: Linear,
    mixed: Linear,
    first_norm: Norm,
    inner: Linear,
    outer: Linear,
    second_norm: Norm,
}

/// A small full matrix; rows are inputs.
struct Head {
    weight: Array2<f32>,
    bias: Array1<f32>,
}

impl Network {
    /// Takes the network out of the file.
    pub fn load(parts: &Parts<'_>, flags: usize, topics: usize) -> Result<Self, LoadError> {
        let words = parts.matrix("word")?;
        let width = words.columns();
        let layers: Result<Vec<Layer>, LoadError> = (0..parts.layers())
            .map(|layer| Layer::load(parts, &format!("layers.{layer}"), width))
            .collect();
        let network = Self {
            positions: parts.table("position")?,
            norm: parts.norm("norm", width)?,
            layers: layers?,
            units: Head::load(parts, "1")?,
            flags: Head::load(parts, "2")?,
            topics: Head::load(parts, "3")?,
            words,
        };
        let fits = network.positions.ncols() == width
            && width.is_multiple_of(HEADS)
            && network.units.weight.nrows() == 2 * width
            && network.flags.weight.dim() == (network.units.weight.ncols(), flags)
            && network.topics.weight.dim() == (2 * width, topics)
            && !network.layers.is_empty();
        fits.then_some(network)
            .ok_or_else(|| lacks("a layer of the right shape"))
    }

    /// How many pieces the vocabulary has.
    pub const fn pieces(&self) -> usize {
        self.words.rows()
    }

    /// The output of each window: one row for the subject, then one for each sentence. The flags come first, then the topics.
    pub fn run(&self, windows: &[&Window]) -> Vec<Array2<f32>> {
        let mut ranges = Vec::with_capacity(windows.len());
        let mut end = 0;
        for window in windows {
            ranges.push(end..end + window.pieces.len());
            end += window.pieces.len();
        }
        let mut x = self.embedded(windows, end);
        for layer in &self.layers {
            layer.apply(&mut x, &ranges);
        }
        let judged = windows.iter().zip(&ranges);
        judged
            .map(|(window, range)| self.judged(window, &rows(&x, range)))
            .collect()
    }

    fn embedded(&self, windows: &[&Window], total: usize) -> Array2<f32> {
        let mut x = Array2::zeros((total, self.words.columns()));
        let places = windows.iter().flat_map(|window| window.pieces.iter().enumerate());
        for (mut row, (position, piece)) in x.rows_mut().into_iter().zip(places) {
            self.words.row_into(*piece as usize, row.view_mut());
            row += &self.positions.row(position.min(self.positions.nrows() - 1));
        }
        self.norm.apply(&mut x);
        x
    }

    fn judged(&self, window: &Window, x: &ArrayView2<'_, f32>) -> Array2<f32> {
        let width = x.ncols();
        let whole = mean(x, &(0..x.nrows()));
        let mut both = Array2::zeros((window.sentences.len() + 1, 2 * width));
        let places = std::iter::once(&window.subject).chain(&window.sentences);
        for (mut row, place) in both.rows_mut().into_iter().zip(places) {
            let (mut own, mut all) = row.view_mut().split_at(Axis(0), width);
            own.assign(&mean(x, place));
            all.assign(&whole);
        }
        let units = self.units.apply(&both).mapv_into(f32::tanh);
        let mut out = self.flags.apply(&units);
        for topic in self.topics.apply(&both).columns() {
            // Both have a row for each place.
            let _ = out.push_column(topic);
        }
        out
    }
}

impl Layer {
    fn load(parts: &Parts<'_>, name: &str, width: usize) -> Result<Self, LoadError> {
        let linear = |part: &str, inputs| parts.linear(&format!("{name}.{part}"), inputs);
        let inner = linear("fi", width)?;
        Ok(Self {
            query: linear("q", width)?,
            key: linear("k", width)?,
            value: linear("v", width)?,
            mixed: linear("ao", width)?,
            first_norm: parts.norm(&format!("{name}.aln"), width)?,
            outer: linear("fo", inner.matrix.rows())?,
            inner,
            second_norm: parts.norm(&format!("{name}.oln"), width)?,
        })
    }

    fn apply(&self, x: &mut Array2<f32>, windows: &[Range<usize>]) {
        let seen = attention(
            &self.query.apply(x),
            &self.key.apply(x),
            &self.value.apply(x),
            windows,
        );
        *x += &self.mixed.apply(&seen);
        self.first_norm.apply(x);
        let inner = self.inner.apply(x).mapv_into(gelu);
        *x += &self.outer.apply(&inner);
        self.second_norm.apply(x);
    }
}

impl Linear {
    /// `x` times the transposed matrix, plus the bias. The matrix is widened for the time of the product only.
    fn apply(&self, x: &Array2<f32>) -> Array2<f32> {
        let mut out = Array2::zeros((x.nrows(), self.matrix.rows()));
        out += &self.bias;
        general_mat_mul(1.0, x, &self.matrix.widened().t(), 1.0, &mut out);
        out
    }
}

impl Head {
    fn load(parts: &Parts<'_>, number: &str) -> Result<Self, LoadError> {
        let head = Self {
            weight: parts.table(&format!("head.w{number}"))?,
            bias: parts.row(&format!("head.b{number}"))?,
        };
        let fits = head.weight.ncols() == head.bias.len();
        fits.then_some(head).ok_or_else(|| lacks("head"))
    }

    fn apply(&self, x: &Array2<f32>) -> Array2<f32> {
        x.dot(&self.weight) + &self.bias
    }
}

/// Scaled dot-product attention of every head, within each window.
fn attention(
    query: &Array2<f32>,
    key: &Array2<f32>,
    value: &Array2<f32>,
    windows: &[Range<usize>],
) -> Array2<f32> {
    let size = query.ncols() / HEADS;
    #[expect(clippy::cast_precision_loss, reason = "the size of a head is 32")]
    let scale = (size as f32).sqrt().recip();
    let mut out = Array2::zeros(query.raw_dim());
    for window in windows {
        for head in 0..HEADS {
            let columns = head * size..(head + 1) * size;
            let mut scores = block(query, window, &columns).dot(&block(key, window, &columns).t());
            for mut row in scores.rows_mut() {
                let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                row.mapv_inplace(|score| ((score - top) * scale).exp());
                let sum = row.sum();
                row /= sum;
            }
            let seen = scores.dot(&block(value, window, &columns));
            out.slice_axis_mut(Axis(0), Slice::from(window.clone()))
                .slice_axis_mut(Axis(1), Slice::from(columns))
                .assign(&seen);
        }
    }
    out
}

/// Some rows.
fn rows<'x, S: Data<Elem = f32>>(x: &'x ArrayBase<S, Ix2>, range: &Range<usize>) -> ArrayView2<'x, f32> {
    x.slice_axis(Axis(0), Slice::from(range.clone()))
}

/// Some columns of some rows.
fn block<'x>(x: &'x Array2<f32>, range: &Range<usize>, columns: &Range<usize>) -> ArrayView2<'x, f32> {
    let (_, from) = x.view().split_at(Axis(1), columns.start);
    let (taken, _) = from.split_at(Axis(1), columns.len());
    let (_, below) = taken.split_at(Axis(0), range.start);
    below.split_at(Axis(0), range.len()).0
}

/// The mean of some rows; zeros when there are none.
fn mean(x: &ArrayView2<'_, f32>, range: &Range<usize>) -> Array1<f32> {
    rows(x, range)
        .mean_axis(Axis(0))
        .unwrap_or_else(|| Array1::zeros(x.ncols()))
}

/// Gaussian error linear unit, by the hyperbolic tangent (Hendrycks & Gimpel 2016).
fn gelu(x: f32) -> f32 {
    const ROOT: f32 = 0.797_884_6;
    0.5 * x * (1.0 + (ROOT * (x + 0.044_715 * x * x * x)).tanh())
}
