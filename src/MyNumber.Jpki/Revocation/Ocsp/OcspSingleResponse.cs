using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>SingleResponse (RFC 6960 §4.2.1) of one certificate.</summary>
internal sealed class OcspSingleResponse
{
    private OcspSingleResponse(OcspCertId id) => Id = id;

    public OcspCertId Id { get; }

    /// <summary>Good, Held, Revoked or Unknown.</summary>
    public RevocationState State { get; private set; }

    public RevocationReason? Reason { get; private set; }

    public DateTimeOffset? Since { get; private set; }

    public DateTimeOffset ThisUpdate { get; private set; }

    public DateTimeOffset? NextUpdate { get; private set; }

    /// <summary>
    /// RFC 6960 §2.2: a certificate that was never issued is answered as held since 1970-01-01. Nobody's hold began then, so it is never
    /// taken for one, with extended-revoke beside it or without.
    /// </summary>
    public bool MeansNeverIssued => State == RevocationState.Held && Since == DateTimeOffset.UnixEpoch;

    public static OcspSingleResponse Read(ref DerReader list)
    {
        DerReader reader = list.ReadSequence();
        OcspSingleResponse single = new(OcspCertId.Read(ref reader));
        single.ReadStatus(ref reader);
        single.ThisUpdate = reader.ReadGeneralizedTime();
        if (reader.NextIs(DerTags.Context(0)))
        {
            DerReader wrapper = reader.ReadSequence(DerTags.ContextConstructed(0));
            single.NextUpdate = wrapper.ReadGeneralizedTime();
            wrapper.End();
        }

        if (reader.NextIs(DerTags.Context(1)))
        {
            OcspExtensions.Read(ref reader); // none of them carries a decision
        }

        reader.End();
        return single;
    }

    private void ReadStatus(ref DerReader reader)
    {
        if (reader.NextIs(DerTags.Context(1)))
        {
            DerReader info = reader.ReadSequence(DerTags.ContextConstructed(1));
            Since = info.ReadGeneralizedTime();
            if (info.HasData)
            {
                DerReader wrapper = info.ReadSequence(DerTags.ContextConstructed(0));
                Reason = RevocationReasons.FromNumber(wrapper.ReadEnumerated());
                wrapper.End();
            }

            info.End();
            State = RevocationEvidence.StateFor(Reason);
            return;
        }

        bool good = reader.NextIs(DerTags.Context(0));
        reader.ReadNull(DerTags.Context(good ? 0 : 2));
        State = good ? RevocationState.Good : RevocationState.Unknown;
    }
}
