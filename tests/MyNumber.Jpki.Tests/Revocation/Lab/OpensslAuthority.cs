using System.Globalization;
using MyNumber.Jpki.Paths;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>The lab's first generation, run by openssl: it answers and publishes by a database of its own, at the real present.</summary>
internal sealed class OpensslAuthority : IDisposable
{
    private const string Config = """
        [ca]
        default_ca = lab
        [lab]
        database = index.txt
        crlnumber = crlnumber
        certificate = ca.pem
        private_key = ca.key
        default_md = sha256
        default_crl_days = 2
        crl_extensions = full
        [full]
        authorityKeyIdentifier = keyid
        [partition]
        authorityKeyIdentifier = keyid
        issuingDistributionPoint = critical,@point
        [point]
        fullname = dirName:kiyose
        [kiyose]
        C = JP
        O = Status Lab
        OU = CRL Distribution Points
        CN = Kiyose-shi CRLDP
        """;

    private readonly OutsideProgram _openssl = OutsideProgram.Require("openssl", "openssl");
    private readonly TemporaryFolder _folder = new();

    public OpensslAuthority(string statusLine)
    {
        WriteCertificate("ca.pem", StatusLab.Anchor.Certificate.RawData);
        WriteCertificate("second.pem", StatusLab.SecondAnchor.Certificate.RawData);
        WriteCertificate("responder.pem", StatusLab.Responder(from: StatusLab.From, until: StatusLab.Until));
        WriteCertificate("badresponder.pem", StatusLab.Responder(mayStatus: false, from: StatusLab.From, until: StatusLab.Until));
        _folder.Write("ca.key", StatusLab.Key(0).ExportPkcs8PrivateKeyPem());
        _folder.Write("responder.key", StatusLab.Key(4).ExportPkcs8PrivateKeyPem());
        _folder.Write("index.txt", statusLine);
        _folder.Write("index.txt.attr", "unique_subject = no\n");
        _folder.Write("crlnumber", "8001\n");
        _folder.Write("openssl.cnf", Config);
    }

    /// <summary>One line of openssl's database.</summary>
    public static string Line(string status, string since, string serial = "0A1B2C3D") =>
        string.Create(CultureInfo.InvariantCulture, $"{status}\t491231145959Z\t{since}\t{serial}\tunknown\t/C=JP/CN=leaf\n");

    public byte[] Answer(VerifiedPath path, ReadOnlySpan<byte> request, params string[] options)
    {
        WriteCertificate("leaf.pem", path.Certificate.RawData);
        _folder.Write("request.der", request);
        Run(["ocsp", "-index", "index.txt", "-CA", "ca.pem", "-reqin", "request.der", "-respout", "response.der", .. options]);
        return File.ReadAllBytes(Path.Combine(_folder.Path, "response.der"));
    }

    public byte[] List(string extensions = "full")
    {
        Run("ca", "-config", "openssl.cnf", "-gencrl", "-crlexts", extensions, "-out", "list.pem");
        Run("crl", "-in", "list.pem", "-outform", "DER", "-out", "list.der");
        return File.ReadAllBytes(Path.Combine(_folder.Path, "list.der"));
    }

    public void Dispose() => _folder.Dispose();

    private void WriteCertificate(string name, ReadOnlyMemory<byte> der)
    {
        string source = _folder.Write("certificate.der", der.Span);
        Run("x509", "-inform", "DER", "-in", source, "-out", name);
    }

    private void Run(params string[] arguments)
    {
        ProgramOutcome outcome = _openssl.RunIn(_folder.Path, arguments);
        outcome.ExitCode.ShouldBe(0, outcome.All);
    }
}
