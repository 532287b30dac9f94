namespace MyNumber.Jpki.Revocation.Caching;

/// <summary>One answer that is kept.</summary>
/// <param name="Identity">Issuer name, hash of the issuer's key, serial.</param>
/// <param name="Evidence">The answer as it will be given, with its origin.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Life">How long it is used.</param>
internal sealed record CachedAnswer(Certificates.CertificateIdentity Identity, RevocationEvidence Evidence, DateTimeOffset ReceivedAt, TimeSpan Life)
{
    private const int Overhead = 512;

    public long Size => Evidence.OcspResponse.Length + Overhead;

    /// <summary>Whether it may be used. Before its receipt, when the clock was set back, it may not.</summary>
    public bool IsUsable(DateTimeOffset now, TimeSpan grace) => now >= ReceivedAt && now - ReceivedAt - grace < Life;
}
