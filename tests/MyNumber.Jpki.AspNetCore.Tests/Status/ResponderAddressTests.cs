using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Status;

public sealed class ResponderAddressTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private static readonly Uri Sign = new("http://sign.lab.invalid/ocsp");
    private static readonly Uri Auth = new("http://auth.lab.invalid/ocsp");

    private readonly LabWorld _world = lab.World;

    public static TheoryData<string, Action<JpkiOptions>, string[]> Addresses => new()
    {
        { "one for both", Common, ["ocsp.lab.invalid", "ocsp.lab.invalid"] },
        { "each its own", options => (options.Signature.OcspAddress, options.UserAuthentication.OcspAddress) = (Sign, Auth), ["sign.lab.invalid", "auth.lab.invalid"] },
        { "its own before the common one", options => { Common(options); options.UserAuthentication.OcspAddress = Auth; }, ["ocsp.lab.invalid", "auth.lab.invalid"] },
        { "its own before a selector", options => { Select(options); options.Signature.OcspAddress = Sign; }, ["sign.lab.invalid", "ocsp.lab.invalid"] },
        { "the common one before a selector", options => { Common(options); options.Ocsp = options.Ocsp with { ResponderSelector = _ => Sign }; }, ["ocsp.lab.invalid", "ocsp.lab.invalid"] },
        { "its own beside the certificate's", options => { options.Ocsp = options.Ocsp with { UseCertificateAddress = true }; options.Signature.OcspAddress = Sign; }, ["sign.lab.invalid", "127.0.0.1"] },
    };

    [Theory]
    [MemberData(nameof(Addresses), DisableDiscoveryEnumeration = true)]
    public async Task Each_purpose_is_asked_about_at_its_address(string description, Action<JpkiOptions> configure, string[] hosts)
    {
        await using StatusHost host = await StartAsync(configure);
        (await AskAsync(host, CertificatePurpose.Signature, _world.Holder.Certificates.Signature!.Encoded)).State.ShouldBe(RevocationState.Good, description);
        (await AskAsync(host, CertificatePurpose.UserAuthentication, _world.Holder.Certificates.UserAuthentication.Encoded)).State.ShouldBe(RevocationState.Good, description);
        host.Requests.Select(request => request.RequestUri!.Host).ShouldBe(hosts, description);
    }

    [Theory]
    [InlineData("the next one is asked", WhenSourceIsUnreachable.AskNext)]
    [InlineData("the search ends with a responder that is down", WhenSourceIsUnreachable.GiveUp)]
    public async Task A_purpose_without_responder_has_its_lists(string description, WhenSourceIsUnreachable policy)
    {
        await using StatusHost host = await StartAsync(options =>
        {
            options.StatusPolicy = new RevocationSequencePolicy { WhenSourceIsUnreachable = policy };
            options.Signature.OcspAddress = Sign;
            options.UserAuthentication.CrlAddresses.Add(StatusHost.AuthenticationList);
        });
        await host.Events.WaitAsync(7022); // ListTaken
        RevocationEvidence answer = await AskAsync(host, CertificatePurpose.UserAuthentication, _world.Holder.Certificates.UserAuthentication.Encoded);
        (answer.State, answer.Method).ShouldBe((RevocationState.Good, RevocationMethod.Crl), description);
    }

    private static void Common(JpkiOptions options) => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress };

    private static void Select(JpkiOptions options) => options.Ocsp = options.Ocsp with { ResponderSelector = _ => StatusHost.OcspAddress };

    private Task<StatusHost> StartAsync(Action<JpkiOptions> configure) => StatusHost.StartAsync(_world, options =>
    {
        options.UserAuthentication.Anchors = _world.Anchors(CertificatePurpose.UserAuthentication);
        configure(options);
    });

    private static async Task<RevocationEvidence> AskAsync(StatusHost host, CertificatePurpose purpose, ReadOnlyMemory<byte> certificate) =>
        (await host.Services.GetRequiredKeyedService<CertificateValidator>(purpose).ValidateAsync(certificate)).Status.ShouldNotBeNull();
}
