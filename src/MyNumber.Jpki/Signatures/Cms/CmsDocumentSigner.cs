using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Signatures.Cms;

/// <summary>Signs documents (文書への署名): CMS SignedData with signed attributes (RFC 5652), by default CAdES-B (ETSI EN 319 122-1 §6) in DER.</summary>
/// <remarks>
/// <para>The key is asked once for each signature and never for a trial, so that a card signs once. What the key throws, for example because a PIN was not verified, goes through.</para>
/// <para>Thread safe as far as the key is. It does not ask whether a certificate is good or the key may sign: that is the verifier's.</para>
/// </remarks>
public sealed class CmsDocumentSigner
{
    /// <summary>The longest attached content, in bytes (8 MiB): half of what is read, so that there is room for signers, certificates and timestamps.</summary>
    public const int MaximumAttachedContent = CmsSignedDocument.MaximumLength / 2;

    private readonly TimeProvider _clock;

    /// <summary>Signs by a clock.</summary>
    /// <param name="clock">The clock of signingTime.</param>
    public CmsDocumentSigner(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
    }

    /// <summary>Signs a content.</summary>
    /// <param name="signer">Certificate and key.</param>
    /// <param name="content">What is signed, in full; for a detached document it is hashed and left out.</param>
    /// <param name="options">What the document carries; <see langword="null"/> for <see cref="CmsSigningOptions.Default"/>.</param>
    /// <returns>ContentInfo, DER.</returns>
    /// <exception cref="ArgumentException">The options fit neither each other nor the certificate, a further certificate is none, or the content is longer than <see cref="MaximumAttachedContent"/> and not detached.</exception>
    public byte[] Sign(SignerCredential signer, ReadOnlyMemory<byte> content, CmsSigningOptions? options = null)
    {
        options ??= CmsSigningOptions.Default;
        if (!options.Detached && content.Length > MaximumAttachedContent)
        {
            throw new ArgumentException("A content of this size is signed detached.", nameof(content));
        }

        SignatureMethod method = Prepare(signer, options);
        return Compose(SignedDataWriter.Create(options.ContentType, options.Detached ? (ReadOnlyMemory<byte>?)null : content), signer, method, method.Digest.Hash(content.Span), options.ContentType, options);
    }

    /// <summary>Signs a content that the caller has hashed already, detached: for contents that do not fit into memory.</summary>
    /// <param name="signer">Certificate and key.</param>
    /// <param name="contentDigest">The digest of the content by <see cref="CmsSigningOptions.Hash"/>.</param>
    /// <param name="options">What the document carries; <see langword="null"/> for <see cref="CmsSigningOptions.Default"/>. It is detached whatever they say.</param>
    /// <returns>ContentInfo, DER.</returns>
    /// <exception cref="ArgumentException">The options fit neither each other nor the certificate, or the digest is of another length.</exception>
    public byte[] SignDigest(SignerCredential signer, ReadOnlySpan<byte> contentDigest, CmsSigningOptions? options = null)
    {
        options ??= CmsSigningOptions.Default;
        SignatureMethod method = Prepare(signer, options);
        return contentDigest.Length == method.Digest.Size
            ? Compose(SignedDataWriter.Create(options.ContentType, null), signer, method, contentDigest.ToArray(), options.ContentType, options)
            : throw new ArgumentException("The digest is not of the options' hash.", nameof(contentDigest));
    }

    /// <summary>Adds a signer beside those that are there (並列署名). Their signatures and unsigned attributes stay as they are.</summary>
    /// <param name="document">The document; its signatures are not verified here.</param>
    /// <param name="signer">Certificate and key.</param>
    /// <param name="detachedContent">The content of a detached document; <see langword="null"/> for an attached one.</param>
    /// <param name="options">What the new signer carries; <see langword="null"/> for <see cref="CmsSigningOptions.Default"/>.</param>
    /// <returns>ContentInfo, DER. The order of signers is that of their encodings, so the new one is not always the last.</returns>
    /// <exception cref="ArgumentException">The certificate signed already, there are <see cref="CmsSignedDocument.MaximumSigners"/> signers, content is given twice or not at all,
    /// the options do not fit, or there would be more than <see cref="CmsSignedDocument.MaximumCertificates"/> certificates.</exception>
    public byte[] AddSigner(CmsSignedDocument document, SignerCredential signer, ReadOnlyMemory<byte>? detachedContent = null, CmsSigningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= CmsSigningOptions.Default;
        SignatureMethod method = Prepare(signer, options);
        if (document.Content.HasValue == detachedContent.HasValue)
        {
            throw new ArgumentException("The content is given once: in the document or beside it.", nameof(detachedContent));
        }

        ChainCertificate own = signer.Certificate;
        if (document.Signers.Count >= CmsSignedDocument.MaximumSigners
            || document.Signers.Any(info => info.Fields.Names(own.Issuer.Der.Span, own.SerialNumber.Span, own.Extensions.SubjectKeyIdentifier.Span)))
        {
            throw new ArgumentException("This signer signed already, or there are too many.", nameof(signer));
        }

        SignedDataWriter writer = SignedDataWriter.From(document);
        foreach (CmsSignerInfo info in document.Signers)
        {
            writer.AddSigner(info.Fields.Encoded);
        }

        return Compose(writer, signer, method, method.Digest.Hash((document.Content ?? detachedContent!.Value).Span), document.ContentType, options);
    }

    private static SignatureMethod Prepare(SignerCredential signer, CmsSigningOptions options)
    {
        ArgumentNullException.ThrowIfNull(signer);
        DigestAlgorithm digest = DigestAlgorithm.Of(options.Hash, nameof(options));
        bool fits = Enum.IsDefined(options.Form)
            && !(options.NamesSignerByKeyIdentifier && signer.Certificate.Extensions.SubjectKeyIdentifier.IsEmpty)
            && options.OtherCertificates.Count <= CmsSigningOptions.MostOtherCertificates
            && options.OtherCertificates.All(other => ChainCertificateReader.TryRead(other) is not null);
        SignatureKind kind = !signer.IsRsa ? SignatureKind.Ecdsa : options.Form == CmsSignatureForm.Pss ? SignatureKind.Pss : SignatureKind.Pkcs1;
        return fits
            ? new SignatureMethod(digest, kind)
            : throw new ArgumentException("The form is unknown, the certificate has no key identifier, or a further certificate is none.", nameof(options));
    }

    private byte[] Compose(SignedDataWriter writer, SignerCredential signer, SignatureMethod method, byte[] contentDigest, string contentType, CmsSigningOptions options)
    {
        if (options.IncludesCertificate)
        {
            writer.AddCertificate(signer.RawCertificate);
        }

        foreach (ReadOnlyMemory<byte> other in options.OtherCertificates)
        {
            writer.AddCertificate(other);
        }

        if (writer.CertificateCount > CmsSignedDocument.MaximumCertificates)
        {
            throw new ArgumentException("There would be more certificates in the document than are read.", nameof(options));
        }

        byte[] signerInfo = new SignerInfoWriter(signer, method, options).Encode(contentDigest, contentType, _clock.GetUtcNow());
        writer.AddSigner(signerInfo, method.Digest.Oid, options.NamesSignerByKeyIdentifier);
        return writer.Encode();
    }
}
