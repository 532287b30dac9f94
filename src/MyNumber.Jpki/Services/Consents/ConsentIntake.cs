using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;

namespace MyNumber.Jpki.Services.Consents;

/// <summary>Judges one signed consent and records it: the request's age first, then the document, its content, its signer.</summary>
internal sealed class ConsentIntake(DocumentVerifier documents, IConsentStore store, TimeProvider clock, TimeSpan requestLifetime)
{
    /// <summary>How far the clocks of one service's processes may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Takes a consent that the holder of an account signed; an empty holder is nobody. Who it is is asked once the document was verified: a link may end meanwhile.</summary>
    public async ValueTask<ConsentResult> TakeAsync(
        string account, Func<CancellationToken, ValueTask<CertificateIdentity>> holderNow, ConsentRequest request, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken)
    {
        if (IsExpired(request))
        {
            return Refused(VerificationReason.ConsentRequestExpired);
        }

        DocumentVerificationResult document = await documents.VerifyAsync(cms, null, cancellationToken).ConfigureAwait(false);
        if (document.Outcome != VerificationOutcome.Valid)
        {
            return new ConsentResult(document.Outcome, document.Reason, null);
        }

        if (!document.Content!.Value.Span.SequenceEqual(request.Content.Span))
        {
            return Refused(VerificationReason.ConsentForOtherRequest);
        }

        CertificateIdentity holder = await holderNow(cancellationToken).ConfigureAwait(false);
        if (holder.IsEmpty)
        {
            return new ConsentResult(VerificationOutcome.Undetermined, VerificationReason.ConsentAccountNotLinked, null);
        }

        if (document.Signer!.Certificate.Identity != holder)
        {
            return Refused(VerificationReason.ConsentByOtherSigner);
        }

        Consent consent = Record(account, request, document);
        return await store.TryAddAsync(consent, cancellationToken).ConfigureAwait(false)
            ? new ConsentResult(VerificationOutcome.Valid, VerificationReason.None, consent)
            : Refused(VerificationReason.ConsentAlreadyGiven);
    }

    private bool IsExpired(ConsentRequest request)
    {
        TimeSpan age = clock.GetUtcNow() - request.AskedAt;
        return age > requestLifetime || age < -ClockSkew;
    }

    private static ConsentResult Refused(VerificationReason reason) => new(VerificationOutcome.Invalid, reason, null);

    private static Consent Record(string account, ConsentRequest request, DocumentVerificationResult document) => new()
    {
        Id = request.Id,
        Account = account,
        Service = request.Service,
        GivenAt = document.CheckedAt,
        Holder = document.Signer!.Certificate.Identity,
        Content = request.Content.ToArray(),
        SignedAttributes = document.SignerInfo!.EncodedSignedAttributes.ToArray(),
        Signature = document.SignerInfo.Signature.ToArray(),
    };
}
