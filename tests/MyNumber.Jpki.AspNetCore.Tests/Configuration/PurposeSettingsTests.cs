using Microsoft.Extensions.Configuration;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Tests.Configuration;

public sealed class PurposeSettingsTests
{
    [Fact]
    public void Each_purpose_has_its_own_responder_and_policies()
    {
        JpkiOptions options = Read(
            ("Signature:OcspAddress", "http://sign.example/"), ("UserAuthentication:OcspAddress", "http://auth.example/"),
            ("UserAuthentication:Policies:0", "1.2.3.4"), ("UserAuthentication:Policies:1", "2.999.1"));
        (options.Signature.OcspAddress, options.UserAuthentication.OcspAddress, options.Ocsp.ResponderAddress)
            .ShouldBe((new Uri("http://sign.example/"), new Uri("http://auth.example/"), null));
        options.Signature.Profiles.ShouldBeEmpty();
        options.UserAuthentication.Profiles.ShouldBe([CertificateProfiles.CardUserAuthentication with { Policy = "1.2.3.4" }, CertificateProfiles.CardUserAuthentication with { Policy = "2.999.1" }]);
    }

    [Fact]
    public void Policy_of_a_signature_certificate_has_the_cards_profile_too() =>
        Read(("Signature:Policies:0", "1.2.3.4")).Signature.Profiles.ShouldBe([CertificateProfiles.CardSignature with { Policy = "1.2.3.4" }]);

    [Theory]
    [InlineData("an address of a directory", "Signature:OcspAddress", "ldap://ocsp.example/", "an absolute http or https address")]
    [InlineData("a name", "Signature:Policies:0", "card", "an object identifier")]
    [InlineData("one arc", "Signature:Policies:0", "1", "an object identifier")]
    [InlineData("an empty arc", "Signature:Policies:0", "1..2", "an object identifier")]
    [InlineData("a first arc that is none", "Signature:Policies:0", "3.1", "an object identifier")]
    [InlineData("a space", "UserAuthentication:Policies:0", "1.2 ", "an object identifier")]
    [InlineData("nothing", "UserAuthentication:Policies:0", "", "an object identifier")]
    public void A_setting_of_a_purpose_that_cannot_be_read_says_what_to_write(string description, string key, string value, string advice) =>
        Should.Throw<InvalidOperationException>(() => Read((key, value)), description).Message.ShouldStartWith($"The setting 'Jpki:{key}' cannot be read: write {advice}");

    [Theory]
    [InlineData("one list where several stand", "Signature:CrlAddresses", "http://crl.example/full.crl", "what belongs to it below it")]
    [InlineData("one policy where several stand", "UserAuthentication:Policies", "1.2.3.4", "what belongs to it below it")]
    [InlineData("a word for a purpose", "Signature", "on", "what belongs to it below it")]
    [InlineData("several addresses where one stands", "Signature:OcspAddress:0", "http://ocsp.example/", "one value")]
    [InlineData("a section where a text stands", "Origin:Name", "https://bank.example", "one value")]
    public void A_setting_of_another_shape_says_what_to_write(string description, string key, string value, string advice) =>
        Should.Throw<InvalidOperationException>(() => Read((key, value)), description).Message.ShouldContain($"cannot be read: write {advice}");

    [Fact]
    public void Empty_list_of_a_settings_file_is_none() => Read(("Signature:CrlAddresses", "")).Signature.CrlAddresses.ShouldBeEmpty();

    private static JpkiOptions Read(params (string Key, string Value)[] settings)
    {
        JpkiOptions options = new();
        JpkiConfiguration.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Jpki:" + setting.Key, (string?)setting.Value))).Build().GetSection("Jpki"), options);
        return options;
    }
}
