//! The weights: one `safetensors` file of 8-bit matrices, each row with its scale.

use std::sync::Arc;

use ndarray::{Array1, Array2, ArrayView1, ArrayViewMut1};
use safetensors::tensor::Metadata;
use safetensors::{Dtype, SafeTensors};

/// Why a file holds no encoder.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// It is no `safetensors` file, or it was cut off.
    #[error("the sentence encoder's file is damaged")]
    Damaged,
    /// A part is missing or has another shape.
    #[error("the sentence encoder's file lacks {0}; it belongs to another version")]
    Lacks(String),
}

/// A matrix of 8-bit numbers; a weight is the number times the scale of its row. The numbers stay where the file was read.
pub(crate) struct Matrix {
    rows: usize,
    columns: usize,
    file: Arc<Vec<u8>>,
    start: usize,
    scales: Vec<f32>,
}

impl Matrix {
    /// How many rows it has.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns it has.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Writes one row, widened.
    pub fn row_into(&self, row: usize, mut out: ArrayViewMut1<'_, f32>) {
        let scale = self.scales.get(row).copied().unwrap_or_default();
        let start = self.start + row * self.columns;
        let numbers = self.file.get(start..start + self.columns).unwrap_or_default();
        for (out, number) in out.iter_mut().zip(numbers) {
            *out = f32::from(number.cast_signed()) * scale;
        }
    }

    /// The whole matrix, widened.
    pub fn widened(&self) -> Array2<f32> {
        let mut wide = Array2::zeros((self.rows, self.columns));
        for (index, row) in wide.rows_mut().into_iter().enumerate() {
            self.row_into(index, row);
        }
        wide
    }
}

/// A matrix and what is added to its product.
pub(crate) struct Linear {
    /// Rows are outputs.
    pub matrix: Matrix,
    /// One number for each output.
    pub bias: Array1<f32>,
}

/// A layer norm's weights.
pub(crate) struct Norm {
    /// What each number is multiplied by.
    pub weight: Array1<f32>,
    /// What is added.
    pub bias: Array1<f32>,
}

/// The file begins with the length of its index, in so many bytes.
const LENGTH: usize = size_of::<u64>();

/// The file, while it is taken apart.
pub(crate) struct Parts<'a> {
    bytes: &'a Arc<Vec<u8>>,
    index: Metadata,
    file: SafeTensors<'a>,
    /// Where the parts begin.
    start: usize,
}

impl<'a> Parts<'a> {
    /// Reads the file's index.
    pub fn open(bytes: &'a Arc<Vec<u8>>) -> Result<Self, LoadError> {
        let damaged = |_| LoadError::Damaged;
        let (length, index) = SafeTensors::read_metadata(bytes).map_err(damaged)?;
        Ok(Self {
            bytes,
            index,
            file: SafeTensors::deserialize(bytes).map_err(damaged)?,
            start: LENGTH + length,
        })
    }

    /// How many layers there are.
    pub fn layers(&self) -> usize {
        let names = self.file.names();
        names.iter().filter(|name| name.ends_with(".q.b")).count()
    }

    /// The bytes of a part.
    pub fn bytes(&self, name: &str) -> Result<&'a [u8], LoadError> {
        let view = self.file.tensor(name).map_err(|_| lacks(name))?;
        (view.dtype() == Dtype::U8)
            .then(|| view.data())
            .ok_or_else(|| lacks(name))
    }

    /// The 32-bit numbers of a part, with its shape.
    fn numbers(&self, name: &str) -> Result<(Vec<f32>, Vec<usize>), LoadError> {
        let view = self.file.tensor(name).map_err(|_| lacks(name))?;
        if view.dtype() != Dtype::F32 {
            return Err(lacks(name));
        }
        let (numbers, _) = view.data().as_chunks::<4>();
        let numbers = numbers.iter().map(|four| f32::from_le_bytes(*four)).collect();
        Ok((numbers, view.shape().to_vec()))
    }

    /// A row of 32-bit numbers.
    pub fn row(&self, name: &str) -> Result<Array1<f32>, LoadError> {
        Ok(self.numbers(name)?.0.into())
    }

    /// A table of 32-bit numbers.
    pub fn table(&self, name: &str) -> Result<Array2<f32>, LoadError> {
        let (numbers, shape) = self.numbers(name)?;
        let [rows, columns] = shape[..] else {
            return Err(lacks(name));
        };
        Array2::from_shape_vec((rows, columns), numbers).map_err(|_| lacks(name))
    }

    /// A matrix of 8-bit numbers with its scales.
    pub fn matrix(&self, name: &str) -> Result<Matrix, LoadError> {
        let view = self.file.tensor(name).map_err(|_| lacks(name))?;
        let scales = self.row(&format!("{name}.scale"))?.to_vec();
        let (Dtype::I8, [rows, columns]) = (view.dtype(), view.shape()) else {
            return Err(lacks(name));
        };
        let place = self.index.info(name).ok_or_else(|| lacks(name))?.data_offsets;
        if scales.len() != *rows {
            return Err(lacks(name));
        }
        Ok(Matrix {
            rows: *rows,
            columns: *columns,
            file: Arc::clone(self.bytes),
            start: self.start + place.0,
            scales,
        })
    }

    /// A matrix with its bias, of this many inputs.
    pub fn linear(&self, name: &str, inputs: usize) -> Result<Linear, LoadError> {
        let matrix = self.matrix(&format!("{name}.w"))?;
        let bias = self.row(&format!("{name}.b"))?;
        if matrix.columns != inputs || bias.len() != matrix.rows {
            return Err(lacks(name));
        }
        Ok(Linear { matrix, bias })
    }

    /// A layer norm of this width.
    pub fn norm(&self, name: &str, width: usize) -> Result<Norm, LoadError> {
        let (weight, bias) = (self.row(&format!("{name}.w"))?, self.row(&format!("{name}.b"))?);
        if weight.len() != width || bias.len() != width {
            return Err(lacks(name));
        }
        Ok(Norm { weight, bias })
    }
}

impl Norm {
    /// Brings each row to mean 0 and variance 1, then scales and shifts it.
    pub fn apply(&self, rows: &mut Array2<f32>) {
        for mut row in rows.rows_mut() {
            let mean = row.mean().unwrap_or_default();
            row.mapv_inplace(|x| x - mean);
            let variance = row.dot(&row) / count(&row.view());
            let scale = (variance + 1e-12).sqrt().recip();
            row.zip_mut_with(&self.weight, |x, weight| *x *= scale * weight);
            row += &self.bias;
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a row has a few hundred numbers")]
fn count(row: &ArrayView1<'_, f32>) -> f32 {
    row.len() as f32
}

/// The error for a missing part.
pub(crate) fn lacks(name: &str) -> LoadError {
    LoadError::Lacks(name.to_owned())
}
