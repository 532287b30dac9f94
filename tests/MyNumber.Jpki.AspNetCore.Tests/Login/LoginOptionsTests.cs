using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Testing;
using SetCookieHeaderValue = Microsoft.Net.Http.Headers.SetCookieHeaderValue;

namespace MyNumber.Jpki.AspNetCore.Tests.Login;

/// <summary>Settings of a scheme under which no answer, or not every answer in time, could be taken.</summary>
public sealed class LoginOptionsTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Theory]
    [InlineData("the usual", 5, 15)]
    [InlineData("as long as a challenge may live", 60, 60)]
    public async Task The_cookie_of_a_login_lives_at_least_as_long_as_its_challenge(string description, int minutes, int expected)
    {
        await using WebBank bank = await WebBank.StartAsync(_world, options => options.ChallengeLifetime = TimeSpan.FromMinutes(minutes));
        using Browser browser = bank.Open();
        string cookie = (await browser.GetAsync("/account")).Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        (SetCookieHeaderValue.Parse(cookie).Expires - _world.Clock.GetUtcNow())!.Value.TotalMinutes.ShouldBe(expected, 0.02, description);
    }

    public static TheoryData<string, Action<JpkiLoginOptions>, string> CookiesThatDoNotComeBack => new()
    {
        { "of posts of this site alone", options => options.CorrelationCookie.SameSite = SameSiteMode.Strict, "SameSite None" },
        { "of no post of another site", options => options.CorrelationCookie.SameSite = SameSiteMode.Lax, "SameSite None" },
        { "without SameSite, which browsers take for Lax", options => options.CorrelationCookie.SameSite = SameSiteMode.Unspecified, "SameSite None" },
        { "in clear, which browsers take with no SameSite None", options => (options.CorrelationCookie.Name, options.CorrelationCookie.SecurePolicy) = ("login.", CookieSecurePolicy.None), "SecurePolicy Always" },
        { "gone before the challenge", options => options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(4), "set RemoteAuthenticationTimeout to at least ChallengeLifetime" },
        { "gone at once", options => options.RemoteAuthenticationTimeout = TimeSpan.Zero, "set RemoteAuthenticationTimeout to at least ChallengeLifetime" },
    };

    [Theory]
    [MemberData(nameof(CookiesThatDoNotComeBack), DisableDiscoveryEnumeration = true)]
    public async Task A_cookie_that_does_not_come_back_with_the_answer_stops_the_host(string description, Action<JpkiLoginOptions> mistake, string advice)
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await WebBank.StartAsync(_world, login: mistake)).DisposeAsync(), description);
        failure.Message.ShouldContain(advice);
        failure.Message.ShouldContain("Scheme 'Jpki'");
    }

    [Theory]
    [InlineData("letter for letter", "/signin-jpki")]
    [InlineData("in capitals, which paths pass over", "/Signin-JPKI")]
    public async Task Two_schemes_with_one_callback_path_stop_the_host(string description, string path)
    {
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await StartTwoAsync(path)).DisposeAsync(), description);
        failure.Message.ShouldContain("Scheme 'Jpki'");
        failure.Message.ShouldContain("is that of scheme 'Staff' too");
    }

    [Fact]
    public async Task Two_schemes_with_two_callback_paths_log_in_each()
    {
        await using WebBank bank = await StartTwoAsync("/signin-staff");
        using Browser browser = bank.Open();
        (await bank.LogInAsync(browser, _world.Holder)).Headers.Location!.OriginalString.ShouldBe("/account");
        (await WebBank.AskAsync(browser, "/staff")).ReturnAddress.ShouldBe(new Uri(WebBank.Origin + "/signin-staff"));
    }

    private Task<WebBank> StartTwoAsync(string path) => WebBank.StartAsync(
        _world,
        services: services => services.AddAuthentication().AddJpkiLogin("Staff", null, options =>
        {
            options.SubjectKey = WebBank.SubjectKey;
            options.CallbackPath = path;
        }),
        guards: app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapGet("/staff", () => Results.Challenge(null, ["Staff"]));
        });
}
