using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Jpki.Xml;
using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Reading;
using MyNumber.Jpki.Xml.Tree;
using MyNumber.Jpki.Xml.Verification;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>Signs a damaged SignedInfo with the seed's own key, as a certificate's holder could: what lies behind the signature value is reached only so.</summary>
internal sealed class XmlResigner(XmlSeeds seeds)
{
    private const int MostKept = 4096;

    private readonly Dictionary<string, byte[]> _kept = [];

    /// <summary>The document with a signature that holds, and whether one could be put in: it is as it was where nobody could read one.</summary>
    public (byte[] Xml, bool IsSigned) Apply(byte[] damaged, XmlExpectation expected)
    {
        if (TreeReader.Read(damaged, out _) is not { } document
            || SignatureFinder.Find(document, expected, othersAreContent: true, out VerificationReason _) is not { } element
            || SignatureReader.Read(element, out _) is not { } signature
            || Canonicalizer.Write(signature.SignedInfo, signature.Form) is not { } octets)
        {
            return (damaged, false);
        }

        byte[] before = System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(signature.Value));
        int at = damaged.AsSpan().IndexOf(before);
        byte[] value = Sign(octets, signature.Algorithm.Hash);
        return at < 0 ? (damaged, false) : ([.. damaged.AsSpan(0, at), .. value, .. damaged.AsSpan(at + before.Length)], true);
    }

    private byte[] Sign(byte[] octets, HashAlgorithmName hash)
    {
        string name = hash.Name + Convert.ToHexString(SHA256.HashData(octets));
        if (!_kept.TryGetValue(name, out byte[]? value))
        {
            value = System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(seeds.Key.SignData(octets, hash, RSASignaturePadding.Pkcs1)));
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept.Add(name, value);
        }

        return value;
    }
}
