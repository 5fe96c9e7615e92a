//! Tells Cargo which folders are compiled in: macros that embed folders do not say so themselves.

fn main() {
    for folder in ["themes/imc", "src/i18n"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
