using System.Security.Cryptography;
using MyNumber.Jpki.Xml.Canonical;

namespace MyNumber.Jpki.Xml.Reading;

/// <summary>One Reference of a signature as it stands: what it names, how that is written, and the digest that was signed.</summary>
internal sealed record SignedReference(string Uri, bool HasTransforms, bool LeavesOutSignature, CanonicalForm Form, HashAlgorithmName Digest, byte[] DigestValue);
