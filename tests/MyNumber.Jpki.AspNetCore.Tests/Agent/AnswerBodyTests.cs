using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Tests.Applications;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Agent;

/// <summary>Bodies at the paths to which answers come that no card agent's page posts.</summary>
public sealed class AnswerBodyTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Theory]
    [InlineData("a login", JpkiLoginDefaults.CallbackPath)]
    [InlineData("an application", "/apply/return")]
    [InlineData("a certificate", "/prefill/return")]
    [InlineData("an approval", "/approve/return")]
    public async Task A_broken_form_of_parts_is_refused_as_malformed(string description, string path)
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        using ByteArrayContent body = new(Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n1"));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        HttpResponseMessage response = await browser.SendAsync(HttpMethod.Post, path, body, [WebBank.AgentOrigin], "document");
        (await Refusal.OfAsync(response, HttpStatusCode.BadRequest, "AnswerMalformed")).GetProperty("outcome").GetString().ShouldBe("Invalid", description);
    }

    [Fact]
    public async Task A_whole_answer_in_a_form_of_parts_is_refused_too()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        using MultipartFormDataContent body = [];
        foreach ((string name, string value) in await bank.SignAsync(browser, _world.Holder))
        {
            body.Add(new StringContent(value), name);
        }

        HttpResponseMessage response = await browser.SendAsync(HttpMethod.Post, JpkiLoginDefaults.CallbackPath, body, [WebBank.AgentOrigin], "document");
        await Refusal.OfAsync(response, HttpStatusCode.BadRequest, "AnswerMalformed");
    }

    [Theory]
    [InlineData("a login", JpkiLoginDefaults.CallbackPath)]
    [InlineData("an application", "/apply/return")]
    public async Task A_body_that_fails_while_it_is_read_is_refused_as_malformed(string description, string path)
    {
        await using WebBank bank = await StartAsync(app => app.Use((context, next) =>
        {
            context.Request.Body = new FailingBody();
            return next(context);
        }));
        using Browser browser = bank.Open();
        (await Refusal.OfAsync(await browser.PostAsync(path, [KeyValuePair.Create("version", "1")]), HttpStatusCode.BadRequest, "AnswerMalformed")).GetProperty("outcome").GetString().ShouldBe("Invalid", description);
    }

    private Task<WebBank> StartAsync(Action<WebApplication>? before = null) => WebBank.StartAsync(
        _world,
        services: services => services.AddSingleton(new TransferDesk(_world.Holder.Certificates.UserAuthentication.Identity)),
        guards: app =>
        {
            before?.Invoke(app);
            app.UseAuthentication();
            app.UseAuthorization();
        });

    /// <summary>A body of which the server gets no more than the wish to read it.</summary>
    private sealed class FailingBody() : MemoryStream([])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("Unexpected end of the body.");
    }
}
