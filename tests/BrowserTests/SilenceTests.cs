using BrowserTests.Stage;
using Microsoft.Playwright;

namespace BrowserTests;

/// <summary>The bank never sees a PIN.</summary>
public sealed class SilenceTests(Theatre theatre) : BrowserTest(theatre)
{
    private const int LongestPlainField = 64; // longer ones are certificates, signatures and states, where four digits occur by chance

    [SkippableFact]
    public async Task No_request_but_the_agents_own_carries_a_pin()
    {
        await Theatre.NeedAccountAsync();
        CardProgram card = await Theatre.TakeCardAsync();
        await using Visit visit = await Theatre.VisitAsync();
        await visit.ReadCardAsync(card);
        await visit.LogInToAccountAsync(card);
        await visit.PressAsync("ログアウト");
        await visit.ArriveAsync("/login?ended=true");

        IRequest[] telling = [.. visit.Requests.Where(request => Tells(request, card))];
        telling.Select(request => request.Url).ShouldBe([card.Origin + "/pin", card.Origin + "/pin"]);
        visit.Requests.Count(request => request.Url.StartsWith(Theatre.Bank, StringComparison.Ordinal)).ShouldBeGreaterThan(8);
        Theatre.Complaints.ShouldNotContain(card.SignaturePin);
    }

    private static bool Tells(IRequest request, CardProgram card) =>
        new Uri(request.Url).PathAndQuery.Contains(card.SignaturePin, StringComparison.OrdinalIgnoreCase)
        || (request.PostData is not null && Steps.Fields(request).Any(field => field.Key == "pin" || Tells(field.Value, card)));

    private static bool Tells(string value, CardProgram card) => value.Contains(card.SignaturePin, StringComparison.OrdinalIgnoreCase)
        || (value.Length <= LongestPlainField && value.Contains(card.LoginPin, StringComparison.Ordinal));
}
