using System.Security.Cryptography;
using MyNumber.Jpki.Pdf.Signing;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.JpkiFuzz.Pdf;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>pdfsig of poppler, with NSS, judges what is signed here and signs what is judged here.</summary>
public sealed class PeerTests : IDisposable
{
    private const string Valid = "Signature Validation: Signature is Valid.";
    private const string Password = "synthetic";

    private readonly PdfDesk _desk = new();
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, byte[]> Files => RoundTripTests.Files;

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Dispose();
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Pdfsig_accepts_what_is_signed_here(string row, byte[] pdf)
    {
        ProgramOutcome outcome = Judge(_desk.Sign(pdf));
        outcome.Output.ShouldContain(Valid, Case.Sensitive, row + outcome.All);
        outcome.Output.ShouldContain("Total document signed");
        outcome.Output.ShouldContain("Signature Type: adbe.pkcs7.detached");
    }

    [SkippableFact]
    public void Pdfsig_accepts_a_visible_signature_with_texts()
    {
        PdfSigningOptions options = new() { Rectangle = new PdfRectangle(10, 10, 110, 60), Reason = "口座開設", Location = "東京", FieldName = "申込者", Message = new CmsSigningOptions { Hash = HashAlgorithmName.SHA512 } };
        Judge(_desk.Sign(options: options)).Output.ShouldContain(Valid);
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Pdfsig_accepts_both_of_two_signatures(string row, byte[] pdf)
    {
        string output = Judge(_desk.Sign(_desk.Sign(pdf))).Output;
        output.Split(Valid).Length.ShouldBe(3, row);
    }

    [SkippableFact]
    public void Pdfsig_refuses_it_tampered()
    {
        string output = Judge(PdfDesk.Swap(_desk.Sign(), "190 190 l", "190 180 l")).Output;
        output.ShouldNotContain(Valid);
        output.ShouldContain("Digest Mismatch");
    }

    [SkippableFact]
    public async Task What_pdfsig_signs_is_accepted_here()
    {
        byte[] signed = SignByPdfsig(PdfBuilder.Classic, "-add-signature");
        PdfVerificationResult result = await _desk.Strict.VerifyAsync(signed);
        result.Reason.ShouldBe(VerificationReason.None);
        result.Signatures.ShouldHaveSingleItem().Holder.ShouldNotBeNull();
        (await _desk.ReasonAsync(PdfDesk.Swap(signed, "190 190 l", "190 180 l"))).ShouldBe(VerificationReason.ContentDigestMismatch);
    }

    [SkippableFact]
    public async Task Signature_over_that_of_pdfsig_keeps_it()
    {
        byte[] twice = _desk.Sign(SignByPdfsig(PdfBuilder.Classic, "-add-signature"));
        (await _desk.OpenReasonAsync(twice)).ShouldBe(VerificationReason.None);
        Judge(twice).Output.Split(Valid).Length.ShouldBe(3);
    }

    /// <summary>Where a form is there already, pdfsig enters its field on the page only, where nobody who reads the form finds it.</summary>
    [SkippableFact]
    public async Task Signature_that_pdfsig_leaves_out_of_the_form_is_a_change()
    {
        byte[] twice = SignByPdfsig(_desk.Sign(), "-add-signature");
        PdfVerificationResult result = await _desk.Open.VerifyAsync(twice);
        result.Signatures.ShouldHaveSingleItem().FollowedBy.ShouldBe([PdfUpdateKind.Change]);
    }

    [SkippableTheory]
    [InlineData("P-256", 256, "SHA256")]
    [InlineData("P-384", 384, "SHA384")]
    public void Pdfsig_accepts_the_card_of_the_next_generation(string row, int size, string hash)
    {
        using EcdsaDesk next = new(size);
        byte[] signed = new PdfDocumentSigner(_desk.Clock).Sign(next.Credential, PdfBuilder.Classic, new PdfSigningOptions { Message = new CmsSigningOptions { Hash = new HashAlgorithmName(hash) } });
        Judge(signed).Output.ShouldContain(Valid, Case.Sensitive, row);
        Judge(PdfDesk.Swap(signed, "190 190 l", "190 180 l")).Output.ShouldNotContain(Valid, Case.Sensitive, row);
    }

    /// <summary>Both judge dictionaries that are not written here alike.</summary>
    [SkippableTheory]
    [InlineData("of PAdES", "/Type /Sig /SubFilter /ETSI.CAdES.detached", "ETSI.CAdES.detached", "")]
    [InlineData("type left out", "/SubFilter /adbe.pkcs7.detached", "adbe.pkcs7.detached", "")]
    [InlineData("nothing may follow", "/Type /Sig /SubFilter /adbe.pkcs7.detached /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>]", "adbe.pkcs7.detached", "")]
    [InlineData("blanks at the end", "/Type /Sig /SubFilter /adbe.pkcs7.detached", "adbe.pkcs7.detached", "\n\n \n")]
    public async Task Pdfsig_agrees_on_other_dictionaries(string row, string entries, string kind, string trailing)
    {
        byte[] pdf = [.. HandSigner.Page($"/Filter /Adobe.PPKLite {entries} {HandSigner.Hole}").Finish(7), .. System.Text.Encoding.ASCII.GetBytes(trailing)];
        byte[] signed = HandSigner.Fill(pdf, _desk.Detached);
        string output = Judge(signed).Output;
        output.ShouldContain(Valid, Case.Sensitive, row);
        output.ShouldContain($"Signature Type: {kind}");
        output.ShouldContain("Total document signed");
        (await _desk.ReasonAsync(signed)).ShouldBe(VerificationReason.None, row);
    }

    private static OutsideProgram Pdfsig() => OutsideProgram.Require("pdfsig", "poppler-utils");

    /// <summary>The lab's authority is not among those that pdfsig trusts; only the line about the signature counts.</summary>
    private ProgramOutcome Judge(byte[] pdf)
    {
        string file = _folder.Write("judged.pdf", pdf);
        return Pdfsig().Run("-nssdir", Store(), "-no-ocsp", "-nocert", file);
    }

    private byte[] SignByPdfsig(byte[] pdf, params string[] how)
    {
        OutsideProgram pdfsig = Pdfsig();
        string store = Store();
        string key = _folder.Write("key.pem", _desk.Key.ExportPkcs8PrivateKeyPem());
        string certificate = _folder.Write("certificate.pem", PemEncoding.WriteString("CERTIFICATE", _desk.Certificate));
        string bag = Path.Combine(_folder.Path, "bag.p12"), input = _folder.Write("input.pdf", pdf), output = Path.Combine(_folder.Path, "output.pdf");
        Run("openssl", "openssl", "pkcs12", "-export", "-in", certificate, "-inkey", key, "-out", bag, "-passout", "pass:" + Password, "-name", "signer");
        Run("pk12util", "libnss3-tools", "-i", bag, "-d", "sql:" + store, "-W", Password);
        ProgramOutcome outcome = pdfsig.Run(["-nssdir", store, "-nick", "signer", .. how, input, output]);
        File.Exists(output).ShouldBeTrue(outcome.All);
        return File.ReadAllBytes(output);
    }

    /// <summary>An empty store of NSS; without one pdfsig judges nothing.</summary>
    private string Store()
    {
        string store = Path.Combine(_folder.Path, "store");
        if (!Directory.Exists(store))
        {
            Directory.CreateDirectory(store);
            Run("certutil", "libnss3-tools", "-N", "-d", "sql:" + store, "--empty-password");
        }

        return store;
    }

    private static void Run(string program, string package, params string[] arguments)
    {
        ProgramOutcome outcome = OutsideProgram.Require(program, package).Run(arguments);
        outcome.ExitCode.ShouldBe(0, outcome.All);
    }
}
