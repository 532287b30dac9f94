using MyNumber.Jpki.Chains.Names;
using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains;

/// <summary>Whether a list speaks of a certificate by one of its distribution points (RFC 5280 §6.3.3 (b)).</summary>
internal static class CrlScopeCheck
{
    /// <summary>None when it does; ChainNamesDifferInForm when only §7.1 would say so; StatusOutOfScope else, also when no comparison is left.</summary>
    public static VerificationReason Check(ChainContext context, ChainCrl list, DistributionPoint point, ChainCertificate certificate)
    {
        CrlCoverage coverage = list.Coverage;
        bool speaks = context.TryCompare(1, 1)
            && !coverage.AttributesOnly
            && !(coverage.UsersOnly && certificate.Extensions.IsAuthority)
            && !(coverage.AuthoritiesOnly && !certificate.Extensions.IsAuthority)
            && (point.CrlIssuers.Count == 0 || coverage.IsIndirect);
        NameMatch match = speaks ? Lower(MatchIssuer(context, list, point, certificate), MatchName(context, list, point, certificate)) : NameMatch.Different;
        return context.AreEqual(match) ? VerificationReason.None
            : match == NameMatch.InMeaning ? VerificationReason.ChainNamesDifferInForm
            : VerificationReason.StatusOutOfScope;
    }

    private static NameMatch MatchIssuer(ChainContext context, ChainCrl list, DistributionPoint point, ChainCertificate certificate) =>
        point.CrlIssuers.Count == 0 ? list.Issuer.Compare(certificate.Issuer) : Best(context, [GeneralName.Of(list.Issuer)], point.CrlIssuers);

    private static NameMatch MatchName(ChainContext context, ChainCrl list, DistributionPoint point, ChainCertificate certificate)
    {
        if (list.Coverage.Name is null)
        {
            return NameMatch.Same;
        }

        ChainName issuer = point.CrlIssuers.FirstOrDefault(name => name.DirectoryName is not null)?.DirectoryName ?? certificate.Issuer;
        return Best(context, list.Coverage.Name.NamesUnder(list.Issuer), point.Name?.NamesUnder(issuer) ?? point.CrlIssuers);
    }

    private static NameMatch Best(ChainContext context, IReadOnlyList<GeneralName> left, IReadOnlyList<GeneralName> right)
    {
        NameMatch best = NameMatch.Different;
        if (!context.TryCompare(left.Count, right.Count))
        {
            return best;
        }

        foreach (GeneralName one in left)
        {
            foreach (GeneralName other in right)
            {
                NameMatch match = one.Compare(other);
                best = match > best ? match : best;
            }
        }

        return best;
    }

    private static NameMatch Lower(NameMatch left, NameMatch right) => left < right ? left : right;
}
