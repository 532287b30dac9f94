using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Accounts;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class WebApprovalSnippets
{
    [Fact]
    public async Task Transfer_is_asked_for_with_its_text_and_an_answer_of_nobody_carries_nothing_out()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Services.AddMyNumberJpki(options => options.Origin = "http://localhost:5080").UseEmulator().AddAccountLinks();
        builder.Services.AddSingleton<Transfers>();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization();
        await using WebApplication app = builder.Build();
        app.Use((context, next) =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("account", "account-1")], "test"));
            return next(context);
        });
        app.UseAuthorization();
        Approve(app);
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        using HttpClient browser = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        using FormUrlEncodedContent form = new([KeyValuePair.Create("to", "見本 花子"), KeyValuePair.Create("amount", "10000")]);
        using HttpResponseMessage page = await browser.PostAsync(new Uri("/transfer", UriKind.Relative), form);
        string fields = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        fields.ShouldContain("value=\"approve\"");
        fields.ShouldContain("振込 10000円 見本 花子");
        using FormUrlEncodedContent nothing = new([]);
        using HttpResponseMessage answer = await browser.PostAsync(new Uri("/transfer/approved", UriKind.Relative), nothing);
        answer.Headers.Location!.OriginalString.ShouldBe("/transfer/refused?reason=ChallengeForOtherOrigin");
        app.Services.GetRequiredService<Transfers>().CarriedOut.ShouldBe(0);
    }

    private static void Approve(WebApplication app)
    {
        #region web-approve
        app.MapPost("/transfer", async (HttpContext context, Transfers transfers, TransactionApprovals cards) =>
        {
            Transfer transfer = transfers.Prepare(context.User.FindFirstValue("account")!, await context.Request.ReadFormAsync());
            await cards.AskAsync(context, transfer.Text, "/transfer/approved", reference: transfer.Id);
        }).RequireAuthorization();
        app.MapPost("/transfer/approved", async (HttpContext context, Transfers transfers, IAccountLinkStore links, TransactionApprovals cards) =>
        {
            ApprovalAnswer answer = await cards.ReceiveAsync(context, async reference =>
                transfers.Find(reference) is { } transfer && await links.FindCertificateAsync(transfer.Account, CertificatePurpose.UserAuthentication) is { } card
                    ? new PendingApproval(transfer.Text, card)                   // this text, by this account's card
                    : null);                                                     // withdrawn, or no card: refused
            if (answer.IsAccepted)
            {
                transfers.CarryOut(answer.Reference, answer.Result.ApprovedText);  // once, and only while its text is this one
            }

            return Results.Redirect(answer.IsAccepted ? "/transfer/done" : $"/transfer/refused?reason={answer.Rejection.Code}");
        });
        #endregion
    }

    private sealed record Transfer(string Id, string Account, string Text);

    private sealed class Transfers
    {
        private readonly ConcurrentDictionary<string, Transfer> _waiting = [];

        public int CarriedOut { get; private set; }

        public Transfer Prepare(string account, IFormCollection form) =>
            _waiting.GetOrAdd("transfer-1", id => new Transfer(id, account, $"振込 {form["amount"]}円 {form["to"]}"));

        public Transfer? Find(string id) => _waiting.GetValueOrDefault(id);

        public void CarryOut(string id, string? approved) =>
            CarriedOut += _waiting.TryGetValue(id, out Transfer? waiting) && waiting.Text == approved && _waiting.TryRemove(KeyValuePair.Create(id, waiting)) ? 1 : 0;
    }
}
