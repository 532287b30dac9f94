using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Challenges;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Tests.Challenges;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Configuration;

public sealed class RegistrationTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Fact]
    public void A_second_call_says_what_to_do_instead()
    {
        ServiceCollection services = [];
        services.AddMyNumberJpki(Lab);
        Should.Throw<InvalidOperationException>(() => services.AddMyNumberJpki(Lab)).Message.ShouldContain("services.Configure<JpkiOptions>");
    }

    [Fact]
    public async Task Services_are_there_and_the_applications_own_win()
    {
        InMemoryChallengeStore own = new(_world.Clock);
        await using WebBank bank = await WebBank.StartAsync(_world, services: services => services.AddSingleton<IChallengeStore>(own));
        bank.Services.GetRequiredService<IChallengeStore>().ShouldBeSameAs(own);
        bank.Services.GetRequiredService<DocumentVerifier>().ShouldNotBeNull();
        bank.Services.GetRequiredService<StatusMonitor>().ShouldBeSameAs(bank.Services.GetRequiredKeyedService<StatusMonitor>(CertificatePurpose.Signature));
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            bank.Services.GetRequiredKeyedService<CertificateValidator>(purpose).Anchors.Purpose.ShouldBe(purpose);
        }
    }

    [Fact]
    public async Task Challenges_are_kept_in_the_distributed_cache_when_there_is_one()
    {
        RecordingCache cache = new(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())));
        await using WebBank bank = await WebBank.StartAsync(_world, services: services => services.AddSingleton<IDistributedCache>(cache));
        bank.Services.GetRequiredService<IChallengeStore>().ShouldBeOfType<DistributedCacheChallengeStore>();
        using Browser browser = bank.Open();
        (await bank.LogInAsync(browser, _world.Holder)).Headers.Location!.OriginalString.ShouldBe("/account");
        cache.Kept.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("no cache", false)]
    [InlineData("the cache in memory, which would drop them in silence", true)]
    public async Task Challenges_are_kept_in_the_store_in_memory_otherwise(string description, bool hasCache)
    {
        await using WebBank bank = await WebBank.StartAsync(_world, services: services =>
        {
            if (hasCache)
            {
                services.AddDistributedMemoryCache();
            }
        });
        bank.Services.GetRequiredService<IChallengeStore>().ShouldBeOfType<InMemoryChallengeStore>(description);
    }

    public static TheoryData<string, Action<JpkiOptions>, string> Mistakes => new()
    {
        { "no anchors", options => (options.Signature.Anchors, options.UserAuthentication.Anchors) = (null, null), "No anchors are configured" },
        { "anchors twice", options => options.Signature.AnchorFiles.Add("anchor.cer"), "keep one of them" },
        { "policies beside anchors that have their own", options => options.Signature.Profiles.Add(CertificateProfiles.CardSignature), "anchors have profiles of their own" },
        { "a file that is not there", options => { options.Signature.Anchors = null; options.Signature.AnchorFiles.Add("nowhere.cer"); }, "put it below the content root" },
        { "a file that is no certificate", options => { options.Signature.Anchors = null; options.Signature.AnchorFiles.Add(typeof(JpkiOptions).Assembly.Location); }, "out of Signature.AnchorFiles" },
        { "the two exchanged", options => (options.Signature.Anchors, options.UserAuthentication.Anchors) = (options.UserAuthentication.Anchors, options.Signature.Anchors), "exchange the two" },
        { "another environment", options => options.Environment = JpkiEnvironment.Test, "set Environment to Lab" },
        { "an origin with a path", options => options.Origin = "https://bank.example/", "such as https://bank.example" },
        { "an origin beyond ASCII", options => options.Origin = "https://銀行.example", "such as https://bank.example" },
        { "an origin in capitals", options => options.Origin = "https://Bank.example", "in lower case" },
        { "an origin with its usual port", options => options.Origin = "https://bank.example:443", "such as https://bank.example" },
        { "an origin of another kind", options => options.Origin = "ftp://bank.example", "such as https://bank.example" },
        { "an origin for which anybody on the way speaks", options => options.Origin = "http://bank.example", "https; http on this machine alone" },
        { "an audience beyond ASCII", options => options.Audience = "見本銀行", "Audience goes into what holders sign" },
        { "an audience of two words", options => options.Audience = "the bank", "Audience goes into what holders sign" },
        { "an empty audience", options => options.Audience = "", "leave it out" },
        { "an agent of another kind", options => options.AgentAddress = new Uri("file:///ask"), "AgentAddress must be" },
        { "an agent on another machine in clear", options => options.AgentAddress = new Uri("http://agent.example/ask"), "https or on this machine http" },
        { "no time for a challenge", options => options.ChallengeLifetime = TimeSpan.Zero, "ChallengeLifetime must be" },
        { "a day for a challenge", options => options.ChallengeLifetime = TimeSpan.FromDays(1), "ChallengeLifetime must be" },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task A_mistake_in_the_options_stops_the_host_with_what_to_do(string description, Action<JpkiOptions> mistake, string advice)
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await WebBank.StartAsync(_world, mistake)).DisposeAsync(), description);
        failure.Message.ShouldContain(advice);
    }

    [Fact]
    public async Task Lab_anchors_that_are_said_to_be_the_real_ones_stop_the_host()
    {
        TrustAnchorSet forged = new(CertificatePurpose.Signature, JpkiEnvironment.Production, _world.Anchors(CertificatePurpose.Signature).Anchors, [CertificateProfiles.CardSignature]);
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await WebBank.StartAsync(_world, options =>
        {
            options.Environment = JpkiEnvironment.Production;
            options.UserAuthentication.Anchors = null;
            options.Signature.Anchors = forged;
        })).DisposeAsync());
        failure.Message.ShouldContain("ProductionAuthorities");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("production")]
    public async Task Lab_anchors_stop_a_production_host(string environment)
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await WebBank.StartAsync(_world, environment: environment)).DisposeAsync());
        failure.Message.ShouldContain("load the anchors of the real service");
        failure.Message.ShouldContain("set ASPNETCORE_ENVIRONMENT");
    }

    [Fact]
    public async Task Lab_anchors_under_the_name_of_the_test_environment_stop_a_production_host()
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await WebBank.StartAsync(_world, CallTest, environment: "Production")).DisposeAsync());
        failure.Message.ShouldContain("set Environment to Production");
    }

    [Fact]
    public async Task Anchors_for_tests_are_taken_by_a_host_that_is_not_production()
    {
        await using WebBank bank = await WebBank.StartAsync(_world, CallTest, environment: "Staging");
        bank.Services.GetRequiredService<IOptions<JpkiOptions>>().Value.Environment.ShouldBe(JpkiEnvironment.Test);
    }

    [Theory]
    [InlineData("Staging")]
    [InlineData("Prod")]
    [InlineData("Live")]
    public async Task Lab_anchors_stop_every_host_that_is_not_for_development_unless_it_says_so_itself(string environment)
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await WebBank.StartAsync(_world, environment: environment)).DisposeAsync());
        failure.Message.ShouldContain("set AcceptLabAnchorsAlthoughThisHostIsNotDevelopment");
        await using WebBank bank = await WebBank.StartAsync(_world, options => options.AcceptLabAnchorsAlthoughThisHostIsNotDevelopment = true, environment: environment);
    }

    [Fact]
    public async Task The_word_of_a_production_host_does_not_open_it_to_a_lab()
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(
            async () => await (await WebBank.StartAsync(_world, options => options.AcceptLabAnchorsAlthoughThisHostIsNotDevelopment = true, environment: "Production")).DisposeAsync());
        failure.Message.ShouldContain("load the anchors of the real service");
    }

    [Fact]
    public async Task Lab_anchors_are_taken_by_a_host_for_development()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        bank.Services.GetRequiredService<IOptions<JpkiOptions>>().Value.Environment.ShouldBe(JpkiEnvironment.Lab);
    }

    [Fact]
    public void Services_without_a_host_are_refused_a_lab()
    {
        ServiceCollection services = [];
        services.AddMyNumberJpki(Lab);
        using ServiceProvider provider = services.BuildServiceProvider();
        Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IOptions<JpkiOptions>>().Value).Message.ShouldContain("or it has none");
    }

    public static TheoryData<string, Action<JpkiLoginOptions>, string> LoginMistakes => new()
    {
        { "no subject key", options => options.SubjectKey = default, "set SubjectKey" },
        { "a short subject key", options => options.SubjectKey = new byte[31], "at least 32 random bytes" },
        { "an origin with a path", options => options.Origin = "https://bank.example/login", "set Origin" },
        { "an origin for which anybody on the way speaks", options => options.Origin = "http://bank.example", "set Origin" },
        { "an audience of two words", options => options.Audience = "the bank", "set Audience" },
        { "an agent of another kind", options => options.AgentAddress = new Uri("ftp://127.0.0.1/"), "set AgentAddress" },
        { "an agent on another machine in clear", options => options.AgentAddress = new Uri("http://agent.example/ask"), "set AgentAddress" },
        { "no time for a challenge", options => options.ChallengeLifetime = TimeSpan.FromSeconds(-1), "set ChallengeLifetime" },
        { "a rejected path elsewhere", options => options.RejectedPath = "//evil.example/", "set RejectedPath" },
        { "a cookie of the whole domain", options => options.CorrelationCookie.Domain = "bank.example", "give CorrelationCookie another Name" },
        { "a cookie that http carries too", options => options.CorrelationCookie.SecurePolicy = Microsoft.AspNetCore.Http.CookieSecurePolicy.SameAsRequest, "give CorrelationCookie another Name" },
        { "a cookie of one path", options => options.CorrelationCookie.Path = "/signin-jpki", "give CorrelationCookie another Name" },
        { "a rejected path with a fragment", options => options.RejectedPath = "/refused#top", "set RejectedPath" },
    };

    [Theory]
    [MemberData(nameof(LoginMistakes), DisableDiscoveryEnumeration = true)]
    public async Task A_mistake_in_a_schemes_options_stops_the_host_with_what_to_do(string description, Action<JpkiLoginOptions> mistake, string advice)
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await WebBank.StartAsync(_world, login: mistake)).DisposeAsync(), description);
        failure.Message.ShouldContain(advice);
        failure.Message.ShouldContain("Scheme 'Jpki'");
    }

    [Fact]
    public async Task A_login_without_anchors_for_its_certificate_stops_the_host()
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(
            async () => await (await WebBank.StartAsync(_world, options => options.UserAuthentication.Anchors = null)).DisposeAsync());
        failure.Message.ShouldContain("UserAuthentication.AnchorFiles");
    }

    [Fact]
    public async Task A_login_without_the_services_stops_the_host()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthentication().AddJpkiLogin(options => options.SubjectKey = WebBank.SubjectKey);
        await using WebApplication app = builder.Build();
        (await Should.ThrowAsync<InvalidOperationException>(() => app.StartAsync())).Message.ShouldContain("AddMyNumberJpki");
    }

    [Fact]
    public async Task A_wrong_key_in_the_configuration_stops_the_host()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddMyNumberJpki(Section(("Orign", "https://bank.example")));
        await using WebApplication app = builder.Build();
        (await Should.ThrowAsync<InvalidOperationException>(() => app.StartAsync())).Message.ShouldContain("'Jpki:Orign' is no setting of JPKI");
    }

    [Fact]
    public void Settings_are_read_from_configuration()
    {
        JpkiOptions options = new();
        JpkiConfiguration.Read(
            Section(
                ("Environment", "Test"), ("Signature:AnchorFiles:0", "a.cer"), ("Signature:AnchorFiles:1", "b.cer"), ("UserAuthentication:CrlAddresses:0", "http://crl.example/1"),
                ("OcspAddress", "http://ocsp.example/"), ("StatusMaximumAge", "00:05:00"), ("ListMaximumAge", "02:00:00"), ("CrlFolder", "lists"), ("Origin", "https://bank.example"), ("ChallengeLifetime", "00:02:00")),
            options);
        options.Environment.ShouldBe(JpkiEnvironment.Test);
        options.Signature.AnchorFiles.ShouldBe(["a.cer", "b.cer"]);
        options.UserAuthentication.CrlAddresses.ShouldBe([new Uri("http://crl.example/1")]);
        options.Ocsp.ResponderAddress.ShouldBe(new Uri("http://ocsp.example/"));
        options.StatusCache.MaximumAge.ShouldBe(TimeSpan.FromMinutes(5));
        options.ListMaximumAge.ShouldBe(TimeSpan.FromHours(2));
        (options.CrlFolder, options.Origin, options.ChallengeLifetime).ShouldBe(("lists", "https://bank.example", TimeSpan.FromMinutes(2)));
    }

    [Theory]
    [InlineData("a key of nobody", "Ocsp", "x", "'Jpki:Ocsp' is no setting")]
    [InlineData("a key of nobody below", "Signature:Anchors", "x", "'Jpki:Signature:Anchors' is no setting")]
    [InlineData("an environment of nobody", "Environment", "Prod", "write Production, Test or Lab")]
    [InlineData("an environment by number", "Environment", "0", "write Production, Test or Lab")]
    [InlineData("an address without scheme", "OcspAddress", "ocsp.example", "absolute http or https")]
    [InlineData("an address of a file", "UserAuthentication:CrlAddresses:0", "file:///crl", "absolute http or https")]
    [InlineData("a word for a span", "ChallengeLifetime", "soon", "such as 00:15:00")]
    [InlineData("a number for a span, of days by the platform's reading", "StatusMaximumAge", "15", "such as 00:15:00")]
    [InlineData("a word for a choice", "UseCertificateOcspAddress", "yes", "true or false")]
    public void A_setting_that_cannot_be_read_says_what_to_write(string description, string key, string value, string advice) =>
        Should.Throw<InvalidOperationException>(() => JpkiConfiguration.Read(Section((key, value)), new JpkiOptions()), description).Message.ShouldContain(advice);

    private void Lab(JpkiOptions options)
    {
        options.Environment = JpkiEnvironment.Lab;
        options.Signature.Anchors = _world.Anchors(CertificatePurpose.Signature);
    }

    private void CallTest(JpkiOptions options)
    {
        options.Environment = JpkiEnvironment.Test;
        options.Signature.Anchors = new(CertificatePurpose.Signature, JpkiEnvironment.Test, _world.Anchors(CertificatePurpose.Signature).Anchors, [CertificateProfiles.CardSignature]);
        options.UserAuthentication.Anchors = new(
            CertificatePurpose.UserAuthentication, JpkiEnvironment.Test, _world.Anchors(CertificatePurpose.UserAuthentication).Anchors, [CertificateProfiles.CardUserAuthentication]);
    }

    private static IConfiguration Section(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Jpki:" + setting.Key, (string?)setting.Value))).Build().GetSection("Jpki");
}
