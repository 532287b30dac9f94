using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Reading;

/// <summary>A ds:Signature that was read and is believed in nothing.</summary>
internal sealed record SignatureFields(
    TreeElement Element,
    TreeElement SignedInfo,
    CanonicalForm Form,
    SignatureAlgorithm Algorithm,
    IReadOnlyList<SignedReference> References,
    byte[] Value,
    KeyHints Hints);
