using System.Security.Cryptography;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;
using MyNumber.TestKit;

namespace MyNumber.Jpki.AspNetCore.Tests.Configuration;

public sealed class AnchorFileTests(LabFixture lab) : IClassFixture<LabFixture>, IDisposable
{
    private readonly LabWorld _world = lab.World;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a file each", false)]
    [InlineData("all in one text file", true)]
    public void Files_of_a_lab_make_the_set_of_all_generations(string description, bool isText)
    {
        TrustAnchorSet? anchors = Load(JpkiEnvironment.Lab, Files(isText), out string? problem);
        problem.ShouldBeNull(description);
        anchors!.Anchors.Select(anchor => Convert.ToHexString(anchor.KeyIdentifier.Span)).ShouldBe(
            _world.Anchors(CertificatePurpose.Signature).Anchors.Select(anchor => Convert.ToHexString(anchor.KeyIdentifier.Span)), ignoreOrder: true);
        anchors.Environment.ShouldBe(JpkiEnvironment.Lab);
    }

    [Fact]
    public void Files_of_a_lab_are_not_the_real_services()
    {
        Load(JpkiEnvironment.Production, Files(false), out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("OtherEnvironment");
        problem!.ShouldContain("that the issuing body publishes");
    }

    [Fact]
    public void Policy_of_logins_in_the_test_environment_is_asked_for_and_not_guessed()
    {
        JpkiOptions options = new() { Environment = JpkiEnvironment.Test };
        options.UserAuthentication.AnchorFiles.Add(Write("login.cer", _world.Authority.Anchors(CertificatePurpose.UserAuthentication)[0].ToArray()));
        AnchorLoading.Load(options, CertificatePurpose.UserAuthentication, _folder.Path, out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("set UserAuthentication.Policies (in code Profiles)");
        CertificateProfile told = CertificateProfiles.CardUserAuthentication with { Policy = "1.2.3.4" };
        options.UserAuthentication.Profiles.Add(told);
        AnchorLoading.Load(options, CertificatePurpose.UserAuthentication, _folder.Path, out problem)!.Profiles.ShouldBe([told]);
        problem.ShouldBeNull();
    }

    [Fact]
    public void Policy_of_signatures_in_the_test_environment_is_known() =>
        Load(JpkiEnvironment.Test, Files(false), out _)!.Profiles.ShouldHaveSingleItem().Policy.ShouldBe("1.2.392.200149.8.5.1.0.20");

    public static TheoryData<string, string> Texts => new()
    {
        { "nothing", "" },
        { "words", "no certificate at all" },
        { "a key", PemEncoding.WriteString("PRIVATE KEY", [1, 2, 3]) },
        { "a certificate of three bytes", PemEncoding.WriteString("CERTIFICATE", [1, 2, 3]) },
        { "a frame without end", "-----BEGIN CERTIFICATE-----\nMAA=\n" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_file_of_something_else_is_told_by_its_name(string description, string text)
    {
        Load(JpkiEnvironment.Lab, [Write("other.pem", System.Text.Encoding.ASCII.GetBytes(text))], out string? problem).ShouldBeNull(description);
        problem.ShouldNotBeNull().ShouldStartWith("Anchor files for Signature are refused: other.pem (NotACertificate).");
    }

    [Fact]
    public void A_holders_certificate_is_no_anchor()
    {
        Load(JpkiEnvironment.Lab, [Write("holder.cer", _world.Holder.Certificates.Signature!.Encoded.ToArray())], out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("holder.cer (NotAnAuthority)");
    }

    [Fact]
    public void Text_file_whose_last_block_is_cut_off_is_refused_as_a_whole()
    {
        string whole = string.Join('\n', _world.Authority.Anchors(CertificatePurpose.Signature).Select(der => PemEncoding.WriteString("CERTIFICATE", der.Span)));
        Load(JpkiEnvironment.Lab, [Write("cut.pem", System.Text.Encoding.ASCII.GetBytes(whole[..^40]))], out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("cut.pem (NotACertificate)");
    }

    [Fact]
    public void Authorities_of_both_purposes_are_not_one_set()
    {
        string login = Write("login.cer", _world.Authority.Anchors(CertificatePurpose.UserAuthentication)[0].ToArray());
        Load(JpkiEnvironment.Lab, [.. Files(false), login], out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("login.cer (OtherName)");
    }

    [Fact]
    public void Policy_that_two_sources_of_settings_name_is_told()
    {
        string? problem = WithProfiles(CertificateProfiles.CardSignature, CertificateProfiles.CardSignature);
        problem.ShouldNotBeNull().ShouldStartWith("Signature.Policies (in code Profiles) has a policy twice");
    }

    [Fact]
    public void Profile_of_the_other_purpose_is_told() =>
        WithProfiles(CertificateProfiles.CardUserAuthentication).ShouldNotBeNull().ShouldStartWith("A profile of Signature is for certificates of the other purpose");

    [Fact]
    public void A_file_over_one_megabyte_is_not_read()
    {
        Load(JpkiEnvironment.Lab, [Write("large.cer", new byte[(1 << 20) + 1])], out string? problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("cannot be read");
    }

    [Fact]
    public void Without_files_there_is_neither_set_nor_problem()
    {
        Load(JpkiEnvironment.Lab, [], out string? problem).ShouldBeNull();
        problem.ShouldBeNull();
    }

    private string? WithProfiles(params CertificateProfile[] profiles)
    {
        JpkiOptions options = new() { Environment = JpkiEnvironment.Lab };
        options.Signature.AnchorFiles.Add(Files(true).Single());
        foreach (CertificateProfile profile in profiles)
        {
            options.Signature.Profiles.Add(profile);
        }

        AnchorLoading.Load(options, CertificatePurpose.Signature, _folder.Path, out string? problem).ShouldBeNull();
        return problem;
    }

    private TrustAnchorSet? Load(JpkiEnvironment environment, IEnumerable<string> files, out string? problem)
    {
        JpkiOptions options = new() { Environment = environment };
        foreach (string file in files)
        {
            options.Signature.AnchorFiles.Add(file);
        }

        return AnchorLoading.Load(options, CertificatePurpose.Signature, _folder.Path, out problem);
    }

    private IEnumerable<string> Files(bool isText)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> certificates = _world.Authority.Anchors(CertificatePurpose.Signature);
        return isText
            ? [Write("all.pem", System.Text.Encoding.ASCII.GetBytes("# lab\n" + string.Join('\n', certificates.Select(der => PemEncoding.WriteString("CERTIFICATE", der.Span)))))]
            : [.. certificates.Select((der, at) => Write($"{at}.cer", der.ToArray()))];
    }

    private string Write(string name, byte[] contents)
    {
        _folder.Write(name, contents);
        return name;
    }
}
