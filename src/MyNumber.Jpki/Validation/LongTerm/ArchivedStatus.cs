using System.Formats.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Ocsp;

namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>Reads archived answers and keeps those that were good answers when they were made: signed, by one who might sign then, about this certificate.</summary>
internal sealed class ArchivedStatus(VerifiedPath path, TrustAnchorSet anchors, DateTimeOffset now)
{
    private static readonly OcspOptions AtItsOwnTime = new() { NoncePolicy = OcspNoncePolicy.Off, MaximumAge = TimeSpan.MaxValue };

    public List<RevocationEvidence> Answers { get; } = [];

    public List<VerificationReason> Refusals { get; } = [];

    public void AddResponse(ReadOnlyMemory<byte> response)
    {
        DateTimeOffset? made = response.Length <= AtItsOwnTime.MaximumResponseLength ? OcspResponse.TryRead(response)?.ProducedAt : null;
        Take(made is { } time && IsPast(time)
            ? new OcspResponseVerifier(AtItsOwnTime, new InstantClock(time)).Verify(response, path)
            : new RevocationEvidence(RevocationState.Unreachable, made is null ? VerificationReason.StatusMalformed : VerificationReason.StatusStale));
    }

    public void AddList(ReadOnlyMemory<byte> list)
    {
        DateTimeOffset made;
        try
        {
            made = CrlHead.Read(list).ThisUpdate;
        }
        catch (AsnContentException)
        {
            Refusals.Add(VerificationReason.StatusMalformed);
            return;
        }

        CrlStore store = new(new InstantClock(made));
        VerificationReason reason = IsPast(made) ? VerificationReason.None : VerificationReason.StatusStale;
        if (reason == VerificationReason.None && store.TryAdd(list, anchors, out reason))
        {
            Take(store.CheckAsync(path).Result); // a store at hand answers without waiting
            return;
        }

        Refusals.Add(reason);
    }

    /// <summary>Takes the record's word; only where the caller chose to believe it.</summary>
    public void AddRecord(StatusRecord record)
    {
        if (record is { Method: RevocationMethod.Crl, ThisUpdate: { } made, State: RevocationState.Good } && IsPast(made))
        {
            Answers.Add(RevocationEvidence.Good(RevocationMethod.Crl, made, record.NextUpdate));
        }
        else if (record is { Method: RevocationMethod.Crl, ThisUpdate: { } known, Since: { } since, State: RevocationState.Held or RevocationState.Revoked } && IsPast(known))
        {
            Answers.Add(RevocationEvidence.HeldOrRevoked(RevocationMethod.Crl, record.Reason, since, known, record.NextUpdate));
        }
    }

    // An authority speaks while its own certificate lasts, and nobody speaks from the future.
    private bool IsPast(DateTimeOffset made) =>
        made <= now && made >= path.Issuer.Certificate.NotBefore && made <= path.Issuer.Certificate.NotAfter;

    private void Take(RevocationEvidence answer)
    {
        if (answer.State == RevocationState.Unreachable)
        {
            Refusals.Add(answer.Failure);
            return;
        }

        Answers.Add(answer);
    }
}
