namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>Verifies documents whose every signature must have a timestamp (CAdES-T): timestamps first, because they are local, then the signers with their status.</summary>
/// <remarks>
/// <para>The signers' certificates are judged for now, as <see cref="DocumentVerifier"/> does; the timestamp is judged for the same clock and must lie in the period of the signer's
/// certificate. What the past state of a certificate was, at the time of a timestamp, is asked elsewhere, from archived evidence.</para>
/// <para>Immutable and thread safe.</para>
/// </remarks>
public sealed class TimestampedDocumentVerifier
{
    private readonly DocumentVerifier _documents;
    private readonly TimestampVerifier _timestamps;

    /// <summary>Brings both together.</summary>
    /// <param name="documents">Verifies the signers.</param>
    /// <param name="timestamps">Verifies the timestamps.</param>
    public TimestampedDocumentVerifier(DocumentVerifier documents, TimestampVerifier timestamps)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(timestamps);
        _documents = documents;
        _timestamps = timestamps;
    }

    /// <summary>Verifies one document now.</summary>
    /// <param name="cms">CMS SignedData in DER, at most <see cref="CmsSignedDocument.MaximumLength"/> bytes; it is copied.</param>
    /// <param name="detachedContent">As for <see cref="DocumentVerifier.VerifyAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the status source.</param>
    /// <returns>The answer; nothing that the bytes or the network do throws. The status source is not asked when a timestamp is invalid.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<TimestampedDocumentResult> VerifyAsync(ReadOnlyMemory<byte> cms, ReadOnlyMemory<byte>? detachedContent = null, CancellationToken cancellationToken = default)
    {
        if (!CmsSignedDocument.TryParse(cms.Span, out CmsSignedDocument? document, out VerificationReason reason))
        {
            return new TimestampedDocumentResult(SignersVerificationResult.Refused(reason), []);
        }

        DateTimeOffset now = _documents.Clock.GetUtcNow();
        TimestampResult[] timestamps = [.. document.Signers.Select(signer => _timestamps.VerifySignatureTimestamp(signer, now))];
        if (timestamps.Any(timestamp => timestamp.Outcome == VerificationOutcome.Invalid))
        {
            return new TimestampedDocumentResult(SignersVerificationResult.NotReached(document), timestamps);
        }

        SignersVerificationResult signers = await _documents.VerifyEachAsync(document, detachedContent, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < signers.Signers.Count; i++)
        {
            if (signers.Signers[i].Certificate is { } certificate && timestamps[i].Token is { } token
                && !token.IsMadeIn(certificate.NotBefore, certificate.NotAfter))
            {
                timestamps[i] = new TimestampResult(VerificationOutcome.Invalid, VerificationReason.TimestampOutOfPeriod, token, timestamps[i].Authority);
            }
        }

        return new TimestampedDocumentResult(signers, timestamps);
    }
}
