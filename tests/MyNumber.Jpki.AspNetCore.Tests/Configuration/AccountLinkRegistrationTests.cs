using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Configuration;

public sealed class AccountLinkRegistrationTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Fact]
    public async Task Account_that_was_linked_is_found_at_the_login_and_no_other_gets_in()
    {
        await using WebBank bank = await StartAsync(login: options => options.Events.OnCertificateValidated = async context =>
        {
            if (await context.HttpContext.RequestServices.GetRequiredService<AccountLinks>().FindAccountAsync(context.Login) is { } account)
            {
                context.Identity.AddClaim(new Claim("account", account));
            }
            else
            {
                context.Refuse(JpkiRejection.Own("NoAccount", StatusCodes.Status401Unauthorized, "口座がない", "there is no account", "口座を開設する", "open an account"));
            }
        });
        (await bank.Services.GetRequiredService<AccountLinks>().OpenAsync("account-1", await ValidateAsync(bank))).IsComplete.ShouldBeTrue();
        using Browser browser = bank.Open(), stranger = bank.Open();
        await bank.LogInAsync(browser, _world.Holder);
        (await (await browser.GetAsync("/account")).Content.ReadAsStringAsync()).Split('\n').ShouldContain("account=account-1");
        await Refusal.OfAsync(await bank.LogInAsync(stranger, _world.AddHolder()), System.Net.HttpStatusCode.Unauthorized, "NoAccount");
    }

    [Theory]
    [InlineData("registered before", true)]
    [InlineData("registered after", false)]
    public async Task The_applications_own_store_wins(string description, bool isBefore)
    {
        InMemoryAccountLinkStore own = new();
        await using WebBank bank = await StartAsync(
            before: services => _ = isBefore ? services.AddSingleton<IAccountLinkStore>(own) : services,
            after: services => _ = isBefore ? services : services.AddSingleton<IAccountLinkStore>(own));
        await bank.Services.GetRequiredService<AccountLinks>().OpenAsync("account-1", await ValidateAsync(bank));
        (await own.FindAccountAsync(_world.Holder.Certificates.Signature!.Identity)).ShouldBe("account-1", description);
    }

    [Fact]
    public async Task A_second_call_changes_nothing()
    {
        await using WebBank bank = await StartAsync(after: services => Again(services));
        bank.Services.GetServices<IAccountLinkStore>().ShouldHaveSingleItem().ShouldBeOfType<InMemoryAccountLinkStore>();
        bank.Services.GetServices<AccountLinks>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("neither", false, false)]
    [InlineData("no successors", true, false)]
    [InlineData("no serial links", false, true)]
    public async Task Without_the_authoritys_links_the_host_does_not_start(string description, bool hasSerials, bool hasSuccessors)
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await WebBank.StartAsync(_world, services: services =>
        {
            _ = hasSerials ? services.AddSingleton<ISerialLinkService>(_world.Authority.Links) : services;
            _ = hasSuccessors ? services.AddSingleton<ISuccessorService>(_world.Authority.Links) : services;
            Again(services);
        })).DisposeAsync(), description);
        failure.Failures.ShouldHaveSingleItem().ShouldContain("register an ISerialLinkService and an ISuccessorService");
    }

    [Theory]
    [InlineData("no store", false)]
    [InlineData("a store of its own", true)]
    public async Task A_production_host_keeps_links_where_the_application_says_or_does_not_start(string description, bool hasStore)
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await StartAsync(
            before: services => _ = hasStore ? services.AddSingleton<IAccountLinkStore>(new InMemoryAccountLinkStore()) : services, environment: "Production")).DisposeAsync());
        failure.Failures.Any(text => text.StartsWith("AddAccountLinks keeps links in this process", StringComparison.Ordinal) && text.Contains("SqlAccountLinkStore", StringComparison.Ordinal))
            .ShouldBe(!hasStore, description);
    }

    // WebBank calls AddMyNumberJpki itself, so the builder is a stand-in for the one that it got.
    private static void Again(IServiceCollection services) => new Builder(services).AddAccountLinks();

    private Task<WebBank> StartAsync(
        Action<JpkiLoginOptions>? login = null, Action<IServiceCollection>? before = null, Action<IServiceCollection>? after = null, string environment = "Development") =>
        WebBank.StartAsync(
            _world,
            login: login,
            services: services =>
            {
                before?.Invoke(services);
                services.AddSingleton<ISerialLinkService>(_world.Authority.Links);
                services.AddSingleton<ISuccessorService>(_world.Authority.Links);
                Again(services);
                after?.Invoke(services);
            },
            environment: environment);

    private async Task<ValidatedCertificate> ValidateAsync(WebBank bank) =>
        (await bank.Services.GetRequiredKeyedService<CertificateValidator>(CertificatePurpose.Signature).ValidateAsync(_world.Holder.Certificates.Signature!.Encoded)).Validated.ShouldNotBeNull();

    private sealed class Builder(IServiceCollection services) : IJpkiBuilder
    {
        public IServiceCollection Services { get; } = services;
    }
}
