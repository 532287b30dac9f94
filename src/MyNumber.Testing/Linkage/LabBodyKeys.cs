using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Testing.Linkage;

/// <summary>The private keys of one lab body, and the codes that it has acquired. They protect nothing but a lab.</summary>
/// <remarks>Immutable. Text shows neither key nor code.</remarks>
public sealed class LabBodyKeys
{
    internal LabBodyKeys(
        AgencyId agency, byte[] space, byte[] signing, byte[] agreement, byte[] log, LabServerKey server, IReadOnlyList<(AddresseeNumber Addressee, AgencyCode Code)> codes) =>
        (Agency, Space, Signing, Agreement, Log, Server, Codes) = (agency, space, signing, agreement, log, server, codes);

    /// <summary>Whose keys.</summary>
    public AgencyId Agency { get; }

    internal byte[] Space { get; }

    internal byte[] Signing { get; }

    internal byte[] Agreement { get; }

    internal byte[] Log { get; }

    internal LabServerKey Server { get; }

    internal IReadOnlyList<(AddresseeNumber Addressee, AgencyCode Code)> Codes { get; }

    /// <summary>The certificate with its key, for TLS as server and as client.</summary>
    /// <returns>A fresh object; the caller disposes it.</returns>
    public X509Certificate2 CreateCertificate() => Server.Load();

    /// <summary>The key that signs heads of the body's log.</summary>
    /// <returns>A fresh object; the caller disposes it.</returns>
    public ECDsa CreateLogKey() => LabSecret.Signing(Log);

    /// <summary>The keys that sign and seal.</summary>
    /// <returns>A fresh object; the caller disposes it.</returns>
    public BodyIdentity CreateIdentity() => new(Agency, LabSecret.Signing(Signing), LabSecret.Agreeing(Agreement));

    /// <summary>The key of the body's space.</summary>
    /// <returns>A fresh object; the caller disposes it.</returns>
    public BodyCipher CreateCipher() => new(Agency, Space);

    internal static LabBodyKeys Create(AgencyId agency, IReadOnlyList<(AddresseeNumber Addressee, AgencyCode Code)> codes, DateTimeOffset now) => new(
        agency, LabSecret.Fresh(), LabSecret.FreshSigning(), LabSecret.FreshSigning(), LabSecret.FreshSigning(), LabServerKey.Create($"lab-agency-{agency}", now), codes);
}
