using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Status;

public sealed class StatusSourceTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Fact]
    public async Task The_responders_answer_is_kept()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Responder);
        (await host.AskAsync(_world.Holder))!.Origin.ShouldBe(StatusOrigin.Responder);
        (await host.AskAsync(_world.Holder))!.Origin.ShouldBe(StatusOrigin.Cache);
        host.Requests.Count.ShouldBe(1);
        host.Services.GetRequiredService<IRevocationSource>().ShouldBeSameAs(host.Services.GetRequiredService<CachedStatusSource>());
    }

    [Fact]
    public async Task The_list_answers_when_the_responder_is_down()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Both);
        await host.Events.WaitAsync(7022);
        (await host.AskAsync(_world.Holder))!.Method.ShouldBe(RevocationMethod.Ocsp);
        LabHolder other = _world.AddHolder();
        _world.Authority.Responder.Faults = OcspFaults.None with { ForceUnknown = false, HttpStatus = System.Net.HttpStatusCode.ServiceUnavailable };
        try
        {
            RevocationEvidence answer = (await host.AskAsync(other))!;
            (answer.State, answer.Method).ShouldBe((RevocationState.Good, RevocationMethod.Crl));
        }
        finally
        {
            _world.Authority.Responder.Faults = OcspFaults.None;
        }
    }

    [Fact]
    public async Task A_policy_that_gives_up_does_not_ask_the_list()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, options =>
        {
            Both(options);
            options.StatusPolicy = new RevocationSequencePolicy { WhenSourceIsUnreachable = WhenSourceIsUnreachable.GiveUp };
        });
        await host.Events.WaitAsync(7022);
        _world.Authority.Responder.Faults = OcspFaults.None with { HttpStatus = System.Net.HttpStatusCode.ServiceUnavailable };
        try
        {
            (await host.AskAsync(_world.AddHolder()))!.Failure.ShouldBe(VerificationReason.StatusUnreachable);
        }
        finally
        {
            _world.Authority.Responder.Faults = OcspFaults.None;
        }
    }

    [Fact]
    public async Task Lists_alone_answer_and_there_is_no_cache_of_answers()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, options => options.Signature.CrlAddresses.Add(StatusHost.SignatureList));
        await host.Events.WaitAsync(7022);
        (await host.AskAsync(_world.Holder))!.Method.ShouldBe(RevocationMethod.Crl);
        Should.Throw<InvalidOperationException>(() => host.Services.GetRequiredService<CachedStatusSource>()).Message.ShouldContain("set Ocsp.ResponderAddress");
    }

    [Theory]
    [InlineData("before", true)]
    [InlineData("after", false)]
    public async Task The_applications_own_source_stands_in_the_place_of_all(string description, bool isBefore)
    {
        OwnSource own = new();
        ServiceCollection services = [];
        services.AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Development" });
        services.AddLogging().AddSingleton<TimeProvider>(_world.Clock);
        _ = isBefore ? services.AddSingleton<IRevocationSource>(own) : services;
        services.AddMyNumberJpki(options =>
        {
            options.Environment = JpkiEnvironment.Lab;
            options.Signature.Anchors = _world.Anchors(CertificatePurpose.Signature);
        });
        _ = isBefore ? services : services.AddSingleton<IRevocationSource>(own);
        await using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<JpkiOptions>>().Value.ShouldNotBeNull(description);
        provider.GetRequiredService<IRevocationSource>().ShouldBeSameAs(own);
    }

    [Fact]
    public async Task The_applications_own_store_answers_with_what_it_was_given()
    {
        CrlStore own = new(_world.Clock);
        await using StatusHost host = await StatusHost.StartAsync(_world, services: services => services.AddSingleton(own));
        (await host.AskAsync(_world.Holder))!.Failure.ShouldBe(VerificationReason.StatusOutOfScope);
        own.TryAdd(
            _world.Authority.Crls.Publish(_world.Authority.Of(CertificatePurpose.Signature).Current), _world.Anchors(CertificatePurpose.Signature), out _).ShouldBeTrue();
        (await host.AskAsync(_world.Holder))!.State.ShouldBe(RevocationState.Good);
        host.Services.GetRequiredService<IRevocationSource>().ShouldBeSameAs(own);
        host.Requests.ShouldBeEmpty();
    }

    private static void Responder(JpkiOptions options) => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress };

    private static void Both(JpkiOptions options)
    {
        Responder(options);
        options.Signature.CrlAddresses.Add(StatusHost.SignatureList);
    }

    private sealed class OwnSource : IRevocationSource
    {
        public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
