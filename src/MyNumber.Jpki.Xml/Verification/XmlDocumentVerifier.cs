using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Reading;
using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Verification;

/// <summary>Verifies a signed XML document (XML署名の検証): document, place of the signature, signer's certificate, signature, references, status.</summary>
/// <remarks>
/// <para>Order: read the document strictly, find the one signature at the expected place, read it, verify the path of the certificate in KeyInfo, check the signature over
/// SignedInfo, then every reference and that the expected elements are covered, and ask the status source last. Only accepted canonicalisations run before the signature holds, and
/// nothing of the document is believed that was not signed.</para>
/// <para>Immutable and thread safe; make one and keep it.</para>
/// </remarks>
public sealed class XmlDocumentVerifier
{
    private readonly CertificateValidator _certificates;
    private readonly XmlVerificationOptions _options;

    /// <summary>Verifies with a validator of signature certificates.</summary>
    /// <param name="certificates">Anchors, status source and clock for <see cref="CertificatePurpose.Signature"/>.</param>
    /// <param name="options">How strictly; <see langword="null"/> for the strict default.</param>
    /// <exception cref="ArgumentException">The validator is for another purpose.</exception>
    public XmlDocumentVerifier(CertificateValidator certificates, XmlVerificationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        if (certificates.Anchors.Purpose != CertificatePurpose.Signature)
        {
            throw new ArgumentException("Documents are verified with the anchors of the signature certificate.", nameof(certificates));
        }

        _certificates = certificates;
        _options = options ?? new XmlVerificationOptions();
    }

    /// <summary>Verifies one document with one signature now.</summary>
    /// <param name="xml">The document, UTF-8, at most <see cref="XmlSignatureLimits.DocumentLength"/> bytes; read before this returns.</param>
    /// <param name="expected">Where the signature is and what it must be over.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    /// <returns>The answer; nothing that the bytes or the network do throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<XmlVerificationResult> VerifyAsync(ReadOnlyMemory<byte> xml, XmlExpectation expected, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expected);
        XmlVerificationResult local = VerifyLocally(xml.Span, expected);
        return local.Reason != VerificationReason.None
            ? local
            : local.WithStatus(await _certificates.CheckStatusAsync(local.Path!, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Everything but the status.</summary>
    internal XmlVerificationResult VerifyLocally(ReadOnlySpan<byte> xml, XmlExpectation expected)
    {
        XmlVerificationResult.Findings findings = new() { CheckedAt = _certificates.Clock.GetUtcNow() };
        if (TreeReader.Read(xml, out VerificationReason reason) is not { } document
            || SignatureFinder.Find(document, expected, _options.TreatSignaturesElsewhereAsContent, out reason) is not { } element
            || SignatureReader.Read(element, out reason) is not { } signature
            || signature.Hints.FindSigner(out reason) is not { } certificate)
        {
            return XmlVerificationResult.Refused(reason, findings);
        }

        findings = findings with { Certificate = certificate };
        reason = _certificates.VerifyPath(certificate, out VerifiedPath? path);
        if (path is null)
        {
            return XmlVerificationResult.Refused(reason, findings);
        }

        findings = findings with { Path = path, CheckedAt = path.At };
        reason = CheckSignature(signature, path);
        if (reason != VerificationReason.None)
        {
            return XmlVerificationResult.Refused(reason, findings);
        }

        reason = new ReferenceCheck(document, signature, expected).Verify(out IReadOnlyList<XmlSignedPart> parts);
        return reason == VerificationReason.None
            ? XmlVerificationResult.AwaitingStatus(findings with { Parts = parts })
            : XmlVerificationResult.Refused(reason, findings);
    }

    private VerificationReason CheckSignature(SignatureFields signature, VerifiedPath path)
    {
        bool accepted = signature.Algorithm.KeyAlgorithm == path.Certificate.PublicKeyAlgorithm
            && IsAccepted(signature.Algorithm.Hash)
            && signature.References.All(reference => IsAccepted(reference.Digest));
        if (!accepted)
        {
            return VerificationReason.AlgorithmNotAccepted;
        }

        return Canonicalizer.Write(signature.SignedInfo, signature.Form) is not { } octets ? VerificationReason.XmlTooLarge
            : signature.Algorithm.Holds(path, octets, signature.Value) ? VerificationReason.None
            : VerificationReason.SignatureInvalid;
    }

    private bool IsAccepted(HashAlgorithmName hash) => hash != HashAlgorithmName.SHA1 || _options.AcceptForgeableSha1SignaturesOfOldDocuments;
}
