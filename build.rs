//! Tells Cargo which folders are compiled in: macros that embed folders do not say so themselves.

fn main() {
    for folder in ["themes/imc", "src/i18n"] {
        // A printed line is how a build script speaks to Cargo.
        #[expect(clippy::print_stdout, reason = "the protocol between build scripts and Cargo")]
        {
            println!("cargo::rerun-if-changed={folder}");
        }
    }
}
