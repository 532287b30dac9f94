using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Status;

public sealed class StatusOptionsTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    public static TheoryData<string, Action<JpkiOptions>, string> Mistakes => new()
    {
        { "no source", options => options.Ocsp = new(), "Nothing is configured that tells whether a certificate of Signature is revoked: set Ocsp.ResponderAddress (OcspAddress), Signature.OcspAddress or Signature.CrlAddresses, or register an IRevocationSource of your own." },
        { "lists of the other purpose only", options => { options.Ocsp = new(); options.UserAuthentication.CrlAddresses.Add(StatusHost.AuthenticationList); }, "UserAuthentication.CrlAddresses is set and UserAuthentication has no anchors: set UserAuthentication.AnchorFiles too, or leave the addresses out." },
        { "a responder of another kind", options => options.Ocsp = options.Ocsp with { ResponderAddress = new Uri("ldap://ocsp.example/") }, "Ocsp.ResponderAddress (OcspAddress) is not an absolute http or https address: write one such as http://ocsp.example/." },
        { "a responder without scheme", options => options.Ocsp = options.Ocsp with { ResponderAddress = new Uri("ocsp.example", UriKind.Relative) }, "Ocsp.ResponderAddress (OcspAddress) is not an absolute http or https address" },
        { "a purpose's own responder of another kind", options => options.Signature.OcspAddress = new Uri("ldap://ocsp.example/"), "Signature.OcspAddress is not an absolute http or https address: write one such as http://ocsp.example/." },
        { "a responder of a purpose that is not used", options => options.UserAuthentication.OcspAddress = StatusHost.OcspAddress, "UserAuthentication.OcspAddress is set and UserAuthentication has no anchors: set UserAuthentication.AnchorFiles too, or leave the address out." },
        { "a fallback of another kind", options => options.Ocsp = options.Ocsp with { FallbackAddresses = [new Uri("file:///ocsp")] }, "One of Ocsp.FallbackAddresses is not an absolute http or https address" },
        { "a list of another kind", options => options.Signature.CrlAddresses.Add(new Uri("ldap://crl.example/")), "One of Signature.CrlAddresses is not an absolute http or https address: write one such as http://crl.example/full.crl." },
        { "a list without scheme", options => options.Signature.CrlAddresses.Add(new Uri("crl.example", UriKind.Relative)), "One of Signature.CrlAddresses is not an absolute http or https address" },
        { "a list twice", options => { options.Signature.CrlAddresses.Add(StatusHost.SignatureList); options.Signature.CrlAddresses.Add(StatusHost.SignatureList); }, "Signature.CrlAddresses has an address twice, or more than 16384: write each list's address once." },
        { "a responder without time", options => options.Ocsp = options.Ocsp with { Timeout = TimeSpan.Zero }, "Ocsp.Timeout is out of its range: correct it, or leave it out for the default." },
        { "a nonce too long", options => options.Ocsp = options.Ocsp with { NonceLength = 129 }, "Ocsp.NonceLength is out of its range" },
        { "answers kept for no time", options => options.StatusCache = options.StatusCache with { MaximumAge = TimeSpan.Zero }, "StatusCache.MaximumAge is out of its range" },
        { "no download at once", options => { options.Signature.CrlAddresses.Add(StatusHost.SignatureList); options.CrlDownload = options.CrlDownload with { Parallelism = 0 }; }, "CrlDownload.Parallelism is out of its range" },
        { "lists of no age", options => options.ListMaximumAge = TimeSpan.Zero, "ListMaximumAge is not more than zero" },
        { "two that agree and one source", options => options.StatusPolicy = new RevocationSequencePolicy { WhichAnswerCounts = WhichAnswerCounts.TwoThatAgree }, "StatusPolicy wants two sources that agree and there is one: set both Ocsp.ResponderAddress (OcspAddress) and CrlAddresses of each purpose, or take another policy." },
        { "freshness below zero", options => options.StatusPolicy = new RevocationSequencePolicy { FreshEnough = TimeSpan.FromSeconds(-1) }, "StatusPolicy.FreshEnough is out of its range" },
    };

    [Fact]
    public async Task Two_that_agree_are_wanted_for_each_purpose()
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(
            async () => await (await StatusHost.StartAsync(_world, options =>
            {
                options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress };
                options.Signature.CrlAddresses.Add(StatusHost.SignatureList);
                options.UserAuthentication.Anchors = _world.Anchors(CertificatePurpose.UserAuthentication);
                options.StatusPolicy = new RevocationSequencePolicy { WhichAnswerCounts = WhichAnswerCounts.TwoThatAgree };
            })).DisposeAsync());
        failure.Message.ShouldContain("CrlAddresses of each purpose");
    }

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task A_mistake_in_the_settings_of_status_stops_the_host_with_what_to_do(string description, Action<JpkiOptions> mistake, string advice)
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(
            async () => await (await StatusHost.StartAsync(_world, options =>
            {
                options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress };
                mistake(options);
            })).DisposeAsync(),
            description);
        failure.Failures.ShouldContain(text => text.Contains(advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_purpose_without_list_is_named_when_there_is_no_responder()
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await StatusHost.StartAsync(_world, options =>
        {
            options.UserAuthentication.Anchors = _world.Anchors(Certificates.CertificatePurpose.UserAuthentication);
            options.Signature.CrlAddresses.Add(StatusHost.SignatureList);
        })).DisposeAsync());
        failure.Failures.ShouldHaveSingleItem().ShouldContain("a certificate of UserAuthentication is revoked");
    }

    [Fact]
    public async Task A_purpose_without_a_source_is_named_when_the_responder_is_the_others_own()
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await StatusHost.StartAsync(_world, options =>
        {
            options.UserAuthentication.Anchors = _world.Anchors(Certificates.CertificatePurpose.UserAuthentication);
            options.Signature.OcspAddress = StatusHost.OcspAddress;
        })).DisposeAsync());
        failure.Failures.ShouldHaveSingleItem().ShouldContain("a certificate of UserAuthentication is revoked: set Ocsp.ResponderAddress (OcspAddress), UserAuthentication.OcspAddress or");
    }

    [Fact]
    public async Task A_selector_is_a_source()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, options => options.Ocsp = options.Ocsp with { ResponderSelector = _ => StatusHost.OcspAddress });
        (await host.AskAsync(_world.Holder))!.State.ShouldBe(RevocationState.Good);
    }
}
