using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Testing.Linkage;

/// <summary>The private keys of a lab core: of links, codes, tags, the index of records, permits, its journal, its log and its server. They protect nothing but a lab.</summary>
/// <remarks>Immutable. Text shows no key.</remarks>
public sealed class LabCoreKeys
{
    internal LabCoreKeys(byte[] link, byte[] code, byte[] tag, byte[] audit, byte[] permit, byte[] journal, byte[] log, LabServerKey server) =>
        (Link, Code, Tag, Audit, Permit, Journal, Log, Server) = (link, code, tag, audit, permit, journal, log, server);

    internal byte[] Link { get; }

    internal byte[] Code { get; }

    internal byte[] Tag { get; }

    internal byte[] Audit { get; }

    internal byte[] Permit { get; }

    internal byte[] Journal { get; }

    internal byte[] Log { get; }

    internal LabServerKey Server { get; }

    /// <summary>The certificate with its key, for TLS as server and as client.</summary>
    /// <returns>A fresh object; the caller disposes it.</returns>
    public X509Certificate2 CreateCertificate() => Server.Load();

    /// <summary>The key that signs heads of the core's log.</summary>
    /// <returns>A fresh object; the caller disposes it.</returns>
    public ECDsa CreateLogKey() => LabSecret.Signing(Log);

    internal static LabCoreKeys Create(DateTimeOffset now) => new(
        LabSecret.Fresh(), LabSecret.Fresh(), LabSecret.Fresh(), LabSecret.Fresh(), LabSecret.Fresh(), LabSecret.Fresh(), LabSecret.FreshSigning(), LabServerKey.Create("lab-core", now));

    /// <summary>The codes that every holder gets of these people, as the core derives them.</summary>
    internal Func<LabPerson, CodeHolder, AgencyCode> OpenDerivation(out IDisposable keys)
    {
        LinkKey link = new(Link);
        CodeKeyRing ring = new(new AgencyCodeCipher(0, Code));
        keys = new Owned(link, ring);
        LinkCodeDeriver links = new(link);
        AgencyCodes codes = new(ring);
        return (person, holder) => codes.Derive(holder.Id, holder.Epoch, links.Propose(person.ResidentCode, 0));
    }
}
