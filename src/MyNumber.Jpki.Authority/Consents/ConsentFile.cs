using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Consents;

/// <summary>The consents on file, each under its number and the certificate that signed it: what somebody else signs under the same number is another consent.</summary>
/// <remarks>Thread safe. Number and certificate are kept as one hash, so that of a consent that was wiped nothing is left but that it was here; and of each certificate, as a hash too, how many it filed.</remarks>
internal sealed class ConsentFile
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FiledConsent> _consents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public ConsentFiling Add(string id, FiledConsent consent)
    {
        string name = NameOf(id, consent.Holder), signer = Convert.ToHexStringLower(HashOf(consent.Holder));
        lock (_gate)
        {
            int count = _counts.GetValueOrDefault(signer);
            if (_consents.ContainsKey(name) || count == LatestAttributesOffice.MostPerSigner)
            {
                return _consents.ContainsKey(name) ? ConsentFiling.AlreadyFiled : ConsentFiling.TooMany;
            }

            _consents.Add(name, consent);
            _counts[signer] = count + 1;
            return ConsentFiling.Filed;
        }
    }

    public FiledConsent? Find(string id, CertificateIdentity holder)
    {
        string name = NameOf(id, holder);
        lock (_gate)
        {
            return _consents.GetValueOrDefault(name);
        }
    }

    /// <summary>Whether it is revoked now.</summary>
    public bool Revoke(string id, CertificateIdentity holder, DateTimeOffset now)
    {
        string name = NameOf(id, holder);
        lock (_gate)
        {
            if (!_consents.TryGetValue(name, out FiledConsent? consent) || consent.IsWiped || (consent.IsOver(now) && !consent.IsRevoked))
            {
                return false;
            }

            _consents[name] = consent with { IsRevoked = true };
            return true;
        }
    }

    public int Wipe(DateTimeOffset now)
    {
        lock (_gate)
        {
            string[] over = [.. _consents.Where(one => !one.Value.IsWiped && one.Value.IsOver(now)).Select(one => one.Key)];
            Array.ForEach(over, name => _consents[name] = new FiledConsent(string.Empty, default, default) { IsWiped = true });
            return over.Length;
        }
    }

    // Each part is hashed by itself, so that none runs into the next.
    private static string NameOf(string id, CertificateIdentity holder) => Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(Encoding.UTF8.GetBytes(id)), .. HashOf(holder)]));

    private static byte[] HashOf(CertificateIdentity holder) =>
        SHA256.HashData([.. SHA256.HashData(holder.IssuerName.Span), .. SHA256.HashData(holder.IssuerKeyIdentifier.Span), .. holder.SerialNumber.Span]);
}
