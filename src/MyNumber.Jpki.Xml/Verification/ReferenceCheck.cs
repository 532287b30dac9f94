using System.Security.Cryptography;
using MyNumber.Jpki.Xml.Reading;
using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Verification;

/// <summary>Checks the references of one signature and that they cover what the caller expects (XMLDSIG §3.2.1).</summary>
internal sealed class ReferenceCheck(TreeDocument document, SignatureFields signature, XmlExpectation expected)
{
    private readonly List<(TreeElement? Element, XmlSignedPart Part)> _covered = [];
    private int _octetsLeft = XmlSignatureLimits.CanonicalLength;

    /// <summary>Every digest, then the coverage; the expected parts come first in <paramref name="parts"/>.</summary>
    public VerificationReason Verify(out IReadOnlyList<XmlSignedPart> parts)
    {
        parts = [];
        foreach (SignedReference reference in signature.References)
        {
            VerificationReason reason = Check(reference);
            if (reason != VerificationReason.None)
            {
                return reason;
            }
        }

        List<XmlSignedPart> wanted = [];
        foreach (XmlElementPath path in expected.Signed)
        {
            TreeElement? element = document.Find(path);
            XmlSignedPart? part = element is null ? null : _covered.Find(covered => covered.Element == element).Part;
            if (part is null)
            {
                return VerificationReason.XmlCoverageMismatch;
            }

            wanted.Add(part);
        }

        if (!expected.Files.Keys.All(name => _covered.Exists(covered => covered.Element is null && covered.Part.LocalName == name)))
        {
            return VerificationReason.XmlCoverageMismatch;
        }

        parts = [.. wanted, .. _covered.Select(covered => covered.Part).Except(wanted)];
        return VerificationReason.None;
    }

    private VerificationReason Check(SignedReference reference)
    {
        string name = Uri.UnescapeDataString(reference.Uri);
        if (expected.Files.TryGetValue(name, out ReadOnlyMemory<byte> file))
        {
            return reference.HasTransforms ? VerificationReason.XmlTransformNotAccepted : Compare(reference, null, new XmlSignedPart(reference.Uri, string.Empty, name, file));
        }

        if (ReferenceTarget.Find(document, reference.Uri, out VerificationReason reason) is not { } target)
        {
            return reason;
        }

        // XMLDSIG §6.6.4: the transform takes out the signature that the reference stands in, so it must be inside of what is named.
        if (reference.LeavesOutSignature && !(target.Element != signature.Element && target.Element.Holds(signature.Element)))
        {
            return VerificationReason.XmlTransformNotAccepted;
        }

        byte[]? octets = target.Write(reference.Form, reference.LeavesOutSignature ? signature.Element : null, _octetsLeft);
        if (octets is null)
        {
            return VerificationReason.XmlTooLarge;
        }

        _octetsLeft -= octets.Length;
        return Compare(reference, target.Element, new XmlSignedPart(reference.Uri, target.Element.NamespaceUri, target.Element.LocalName, octets));
    }

    private VerificationReason Compare(SignedReference reference, TreeElement? element, XmlSignedPart part)
    {
        _covered.Add((element, part));
        return CryptographicOperations.HashData(reference.Digest, part.Canonical.Span).AsSpan().SequenceEqual(reference.DigestValue)
            ? VerificationReason.None
            : VerificationReason.ContentDigestMismatch;
    }
}
