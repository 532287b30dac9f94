using System.Globalization;
using System.Security.Cryptography;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

/// <summary>The files and command lines with which outside programs sign and verify what <see cref="SignerDesk"/>'s customers do.</summary>
internal sealed class PeerBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SignerDesk _desk;

    public PeerBench(SignerDesk desk)
    {
        _desk = desk;
        Content = _folder.Write("content", SigningDesk.Application);
        Anchor = Pem("anchor.pem", desk.Desk.SignatureAuthority.Der);
        FirstCertificate = Pem("first.pem", desk.Desk.SignatureDer);
        SecondCertificate = Pem("second.pem", desk.SecondDer);
        FirstKey = Key("first", desk.Desk.SignatureKey);
        using RSA second = Testing.Keys.LabKeyPool.Load(22);
        SecondKey = Key("second", second);
    }

    public string Content { get; }

    public string Anchor { get; }

    public string FirstCertificate { get; }

    public string SecondCertificate { get; }

    public string FirstKey { get; }

    public string SecondKey { get; }

    public static string AtNow => SigningDesk.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public string File(string name) => Path.Combine(_folder.Path, name);

    public string Pem(string name, byte[] certificate) => _folder.Write(name, PemEncoding.WriteString("CERTIFICATE", certificate));

    public string Key(string name, RSA key) => _folder.Write($"{name}-lab-key.pem", key.ExportPkcs8PrivateKeyPem());

    public string Write(string name, byte[] bytes) => _folder.Write(name, bytes);

    /// <summary>openssl's answer about a document; the written content must be the signed one.</summary>
    public ProgramOutcome VerifyByOpenSsl(byte[] cms, bool detached, params string[] options)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        string output = File("verified");
        string[] content = detached ? ["-content", Content] : [];
        ProgramOutcome outcome = openssl.Run(
            ["cms", "-verify", "-binary", "-inform", "DER", "-in", _folder.Write("signed.p7", cms), "-CAfile", Anchor, "-purpose", "any", "-attime", AtNow, "-out", output, .. content, .. options]);
        if (outcome.ExitCode == 0)
        {
            System.IO.File.ReadAllBytes(output).ShouldBe(SigningDesk.Application);
        }

        return outcome;
    }

    public byte[] SignByOpenSsl(params string[] options)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        string output = File("openssl.p7");
        ProgramOutcome outcome = openssl.Run(
            ["cms", "-sign", "-binary", "-outform", "DER", "-in", Content, "-out", output, "-signer", FirstCertificate, "-inkey", FirstKey, .. options]);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        return System.IO.File.ReadAllBytes(output);
    }

    /// <summary>gnutls' answer about a document under the signer's certificate given directly: its chain has no clock of ours.</summary>
    public ProgramOutcome VerifyByCertTool(byte[] cms, bool detached, string certificate)
    {
        OutsideProgram certtool = OutsideProgram.Require("certtool", "gnutls-bin");
        string[] content = detached ? ["--load-data", Content] : [];
        return certtool.Run(["--p7-verify", "--load-certificate", certificate, "--inder", "--infile", _folder.Write("signed.p7", cms), .. content]);
    }

    public byte[] SignByCertTool(params string[] options)
    {
        OutsideProgram certtool = OutsideProgram.Require("certtool", "gnutls-bin");
        string output = File("gnutls.p7");
        ProgramOutcome outcome = certtool.Run(
            ["--load-certificate", FirstCertificate, "--load-privkey", FirstKey, "--infile", Content, "--outder", "--outfile", output, "--hash", "SHA256", .. options]);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        return System.IO.File.ReadAllBytes(output);
    }

    /// <summary>The JDK's own PKCS7 class.</summary>
    public static ProgramOutcome RunJdk(params string[] arguments)
    {
        OutsideProgram java = OutsideProgram.Require("java", "default-jdk-headless");
        OutsideProgram.Require("javac", "default-jdk-headless");
        return java.Run(["--add-exports", "java.base/sun.security.pkcs=ALL-UNNAMED", Path.Combine(AppContext.BaseDirectory, "Signatures", "Cms", "Pkcs7Peer.java"), .. arguments]);
    }

    public byte[] SignByJdk(string algorithm, bool detached)
    {
        string output = File("jdk.p7");
        ProgramOutcome outcome = RunJdk(
            "sign", _folder.Write("lab-key.p8", _desk.Desk.SignatureKey.ExportPkcs8PrivateKey()), _folder.Write("first.der", _desk.Desk.SignatureDer), Content, output, algorithm, detached ? "detached" : "attached");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        return System.IO.File.ReadAllBytes(output);
    }

    public void Dispose() => _folder.Dispose();
}
