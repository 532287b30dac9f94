using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Chains;

namespace MyNumber.Jpki.Tests.Chains;

/// <summary>A hierarchy that belongs to nobody: a root, an authority below it and an end entity, of which one thing at a time can be made wrong.</summary>
internal sealed class ChainLab : IDisposable
{
    public static readonly DateTimeOffset From = new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Until = new(2035, 3, 31, 23, 59, 59, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly List<ECDsa> _keys = [];

    public ChainLab()
    {
        RootKey = NewKey();
        AuthorityKey = NewKey();
        SecondKey = NewKey();
        LeafKey = NewKey();
    }

    public ECDsa RootKey { get; }

    public ECDsa AuthorityKey { get; }

    public ECDsa SecondKey { get; }

    public ECDsa LeafKey { get; }

    public static X509Extension Authority(int? pathLength = null, bool isAuthority = true) =>
        new X509BasicConstraintsExtension(isAuthority, pathLength is not null, pathLength ?? 0, critical: true);

    public static X509Extension Usage(X509KeyUsageFlags bits) => new X509KeyUsageExtension(bits, critical: true);

    public static X509Extension Other(string oid, string hex, bool critical = false) => new(oid, Convert.FromHexString(hex), critical);

    /// <summary>The usual extensions of an authority.</summary>
    public static X509Extension[] Signing(int? pathLength = null) => [Authority(pathLength), Usage(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign)];

    public ECDsa NewKey(bool small = false)
    {
        ECDsa key = ECDsa.Create(small ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384);
        _keys.Add(key);
        return key;
    }

    public byte[] Root(params X509Extension[] extensions) => Certificate("Root", RootKey, "Root", RootKey, 1, extensions.Length == 0 ? Signing() : extensions);

    public byte[] Middle(params X509Extension[] extensions) => Certificate("Middle", AuthorityKey, "Root", RootKey, 2, extensions.Length == 0 ? Signing() : extensions);

    public byte[] Second(params X509Extension[] extensions) => Certificate("Second", SecondKey, "Middle", AuthorityKey, 3, extensions.Length == 0 ? Signing() : extensions);

    public byte[] Leaf(params X509Extension[] extensions) => Certificate("Leaf", LeafKey, "Middle", AuthorityKey, 4, extensions);

    public static byte[] Certificate(
        string subject, ECDsa key, string issuer, ECDsa signer, byte serial, X509Extension[] extensions, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        CertificateRequest request = new(Name(subject), key, HashAlgorithmName.SHA384);
        Array.ForEach(extensions, request.CertificateExtensions.Add);
        using X509Certificate2 certificate = request.Create(Name(issuer), X509SignatureGenerator.CreateForECDsa(signer), from ?? From, until ?? Until, [serial]);
        return certificate.RawData;
    }

    /// <summary>A list. Entries are serials; extensions are whole DER Extensions.</summary>
    public static byte[] List(string issuer, ECDsa signer, ListShape? shape = null)
    {
        shape ??= new ListShape();
        AsnWriter tbs = new(AsnEncodingRules.DER);
        using (tbs.PushSequence())
        {
            tbs.WriteInteger(1);
            WriteAlgorithm(tbs);
            tbs.WriteEncodedValue(Name(issuer).RawData);
            tbs.WriteUtcTime(shape.From);
            tbs.WriteUtcTime(shape.Until);
            WriteEntries(tbs, shape);
            WriteExtensions(tbs, shape);
        }

        byte[] signed = tbs.Encode();
        AsnWriter list = new(AsnEncodingRules.DER);
        using (list.PushSequence())
        {
            list.WriteEncodedValue(signed);
            WriteAlgorithm(list);
            list.WriteBitString(signer.SignData(signed, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence));
        }

        return list.Encode();
    }

    public ChainRequest Good() => new()
    {
        EndEntity = Leaf(),
        Intermediates = [Middle()],
        Anchors = [Root()],
        Crls = [List("Root", RootKey), List("Middle", AuthorityKey)],
        At = Now,
    };

    public void Dispose() => _keys.ForEach(key => key.Dispose());

    public static X500DistinguishedName Name(string name) => new($"C=JP, O=Chain Lab, CN={name}", X500DistinguishedNameFlags.ForceUTF8Encoding);

    private static void WriteAlgorithm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.10045.4.3.3");
        }
    }

    private static void WriteEntries(AsnWriter tbs, ListShape shape)
    {
        if (shape.Entries.Length == 0)
        {
            return;
        }

        using (tbs.PushSequence())
        {
            foreach (ListEntry entry in shape.Entries)
            {
                using (tbs.PushSequence())
                {
                    tbs.WriteInteger(entry.Serial);
                    tbs.WriteUtcTime(From);
                    if (entry.Extension.Length != 0)
                    {
                        using (tbs.PushSequence())
                        {
                            tbs.WriteEncodedValue(Convert.FromHexString(entry.Extension));
                        }
                    }
                }
            }
        }
    }

    private static void WriteExtensions(AsnWriter tbs, ListShape shape)
    {
        using (tbs.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        using (tbs.PushSequence())
        {
            using (tbs.PushSequence())
            {
                tbs.WriteObjectIdentifier("2.5.29.20");
                tbs.WriteOctetString([2, 1, shape.Number]);
            }

            foreach (string extension in shape.Extensions)
            {
                tbs.WriteEncodedValue(Convert.FromHexString(extension));
            }
        }
    }
}

/// <summary>What a list of the lab says.</summary>
internal sealed record ListShape
{
    public DateTimeOffset From { get; init; } = ChainLab.Now.AddHours(-1);

    public DateTimeOffset Until { get; init; } = ChainLab.Now.AddHours(23);

    public byte Number { get; init; } = 1;

    public ListEntry[] Entries { get; init; } = [];

    public string[] Extensions { get; init; } = [];
}

/// <summary>One entry: serial and the DER Extension beside it, in hexadecimal.</summary>
internal readonly record struct ListEntry(byte Serial, string Extension = "")
{
    public const string Hold = "300A0603551D1504030A0106", KeyCompromise = "300A0603551D1504030A0101", Removed = "300A0603551D1504030A0108";
    public const string UnknownCritical = "300E06052A030405060101FF04020500";
}
