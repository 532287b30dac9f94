using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains.Names;
using MyNumber.Jpki.Chains.Reading;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Chains;

/// <summary>What the entries of a list say of one certificate.</summary>
internal static class CrlLookup
{
    /// <summary>Reads all entries: a flaw or an extension that is not understood anywhere makes the list useless (RFC 5280 §5.3). Of several entries a revocation stands before a hold.</summary>
    /// <param name="context">Pays for the reading.</param>
    /// <param name="list">The list, verified.</param>
    /// <param name="certificate">Whose issuer and serial are looked for.</param>
    /// <param name="isRemoved">An entry takes the certificate off the list (removeFromCRL) and none puts it on; then the answer is None.</param>
    /// <returns>None, Revoked or Held; else why the list cannot be used.</returns>
    public static VerificationReason Find(ChainContext context, ChainCrl list, ChainCertificate certificate, out bool isRemoved)
    {
        isRemoved = false;
        if (!context.TryReadEntries(list.Entries.Length))
        {
            return VerificationReason.ChainWorkExceeded;
        }

        try
        {
            return Read(list, certificate, ref isRemoved);
        }
        catch (AsnContentException)
        {
            return VerificationReason.StatusMalformed;
        }
    }

    private static VerificationReason Read(ChainCrl list, ChainCertificate certificate, ref bool isRemoved)
    {
        VerificationReason found = VerificationReason.None;
        bool isIssuer = list.Issuer.Compare(certificate.Issuer) != NameMatch.Different;
        DerReader entries = new(list.Entries);
        while (entries.HasData)
        {
            ChainCrlEntry entry = ChainCrlEntry.Read(ref entries);
            if (entry.HasUnrecognisedCritical)
            {
                return VerificationReason.ChainCrlExtensionUnrecognised;
            }

            isIssuer = entry.CertificateIssuer is { } named ? named.Compare(certificate.Issuer) != NameMatch.Different : isIssuer;
            if (isIssuer && entry.SerialNumber.Span.SequenceEqual(certificate.SerialNumber.Span))
            {
                isRemoved |= entry.Reason == RevocationReason.RemoveFromCrl;
                found = Graver(found, entry.Reason);
            }
        }

        isRemoved &= found == VerificationReason.None;
        return found;
    }

    private static VerificationReason Graver(VerificationReason found, RevocationReason? reason) => reason switch
    {
        RevocationReason.RemoveFromCrl => found,
        RevocationReason.CertificateHold when found == VerificationReason.None => VerificationReason.Held,
        RevocationReason.CertificateHold => found,
        _ => VerificationReason.Revoked,
    };
}
