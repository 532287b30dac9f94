using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Applications;

public sealed class AskingTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Theory]
    [InlineData("another site", "https://evil.example/return", "見本", 1)]
    [InlineData("another site without scheme", "//evil.example/return", "見本", 1)]
    [InlineData("a path with a query", "/return?to=1", "見本", 1)]
    [InlineData("a path beyond ASCII", "/申込", "見本", 1)]
    [InlineData("a relative path", "return", "見本", 1)]
    [InlineData("no text", "/return", "", 1)]
    [InlineData("a text that turns the direction of writing", "/return", "a\u202Eb", 1)]
    [InlineData("a reference too long", "/return", "見本", 1001)]
    public async Task A_question_of_another_shape_is_the_callers_mistake(string description, string path, string text, int reference)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        SignedApplications applications = bank.Services.GetRequiredService<SignedApplications>();
        await Should.ThrowAsync<ArgumentException>(() => applications.AskAsync(new DefaultHttpContext(), text, path, new string('r', reference)), description);
    }

    [Fact]
    public async Task The_cookie_goes_with_a_post_from_the_agents_site_and_is_read_by_no_script()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        DefaultHttpContext context = new();
        await bank.Services.GetRequiredService<SignedApplications>().AskAsync(context, "見本", "/return");
        string cookie = context.Response.Headers.SetCookie.ToString();
        cookie.ShouldStartWith("__Host-MyNumber.Jpki.Asked.");
        cookie.ShouldEndWith("=1; max-age=300; path=/; secure; samesite=none; httponly");
    }

    [Fact]
    public async Task Without_anchors_for_signature_certificates_nobody_is_asked()
    {
        await using WebBank bank = await WebBank.StartAsync(_world, options => options.Signature.Anchors = null);
        InvalidOperationException failure = await Should.ThrowAsync<InvalidOperationException>(
            () => bank.Services.GetRequiredService<SignedApplications>().AskAsync(new DefaultHttpContext(), "見本", "/return"));
        failure.Message.ShouldContain("Signature.AnchorFiles");
    }
}
