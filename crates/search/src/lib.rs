//! The search core of kabinet.
