using MyNumber.Jpki.Certificates;

namespace CardCounter;

/// <summary>The municipality's register as a kiosk asks it: whose certificate it is, and who is protected (支援措置). It holds no individual number.</summary>
internal sealed class ResidentRegister
{
    private readonly Dictionary<CertificateIdentity, Citizen> _byCertificate = [];
    private readonly HashSet<Citizen> _protected = [];

    public void Add(CertificateIdentity certificate, Citizen citizen) => _byCertificate[certificate] = citizen;

    public Citizen? Find(CertificateIdentity certificate) => _byCertificate.GetValueOrDefault(certificate);

    /// <summary>Takes a request for protection (DV・ストーカー等の支援措置).</summary>
    public void Protect(Citizen citizen) => _protected.Add(citizen);

    public bool IsProtected(Citizen citizen) => _protected.Contains(citizen);
}
