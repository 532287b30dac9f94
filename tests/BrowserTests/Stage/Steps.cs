using Microsoft.Playwright;

namespace BrowserTests.Stage;

/// <summary>What a customer does at the bank and at the agent's page.</summary>
internal static class Steps
{
    public const string Pin = "#pin", Go = "button.go", Cancel = "button.back", Origin = ".origin", Alert = "[role=alert]", Refused = ".refused h1";

    public const string LogInButton = "マイナンバーカードでログイン";

    extension(Visit visit)
    {
        /// <summary>From the login page to the agent's page.</summary>
        public async Task AskToLogInAsync(string query = "")
        {
            await visit.GoAsync("/login" + query);
            await visit.PressAsync(LogInButton);
            await visit.Page.Locator(Pin).WaitForAsync();
        }

        public async Task EnterAsync(string pin)
        {
            await visit.Page.Locator(Pin).FillAsync(pin);
            await visit.Page.Locator(Go).ClickAsync();
        }

        public async Task LogInAsync(CardProgram card, string query = "")
        {
            await visit.AskToLogInAsync(query);
            await visit.EnterAsync(card.LoginPin);
        }

        /// <summary>Logs in and arrives at the account page.</summary>
        public async Task LogInToAccountAsync(CardProgram card)
        {
            await visit.LogInAsync(card);
            await visit.ArriveAsync("/account");
        }

        /// <summary>The heading and the advice of the bank's refusal.</summary>
        public async Task<string> ReadRefusalAsync()
        {
            await visit.Page.Locator(Refused).WaitForAsync();
            return await visit.ReadAsync(".refused");
        }

        /// <summary>Reads the card into the application form.</summary>
        public async Task ReadCardAsync(CardProgram card)
        {
            await visit.GoAsync("/open");
            await visit.PressAsync("カードから読み取る");
            await visit.EnterAsync(card.SignaturePin);
            await visit.ArriveAsync("/open/form");
        }

        /// <summary>Fills in what no certificate knows.</summary>
        public async Task FillFormAsync()
        {
            await visit.Page.GetByLabel("電話番号").FillAsync("03-0000-0000");
            foreach (string choice in (string[])["本店", "普通預金", "生計費の決済"])
            {
                await visit.Page.GetByLabel(choice, new() { Exact = true }).CheckAsync();
            }

            await visit.PressAsync("内容を確かめる");
            await visit.ArriveAsync("/open/confirm");
        }

        /// <summary>From nothing to the page that tells the outcome.</summary>
        public async Task OpenAccountAsync(CardProgram card)
        {
            await visit.ReadCardAsync(card);
            await visit.FillFormAsync();
            await visit.PressAsync("署名して申し込む");
            await visit.EnterAsync(card.SignaturePin);
            await visit.ArriveAsync("/open/done");
        }

        /// <summary>Logs in up to the answer, which never reaches the bank, and gives its fields.</summary>
        public async Task<Dictionary<string, string>> WithholdAnswerAsync(CardProgram card)
        {
            TaskCompletionSource<Dictionary<string, string>> withheld = new();
            await visit.Page.RouteAsync("**/signin-jpki", async route =>
            {
                await route.AbortAsync();
                withheld.TrySetResult(Fields(route.Request));
            });
            await visit.LogInAsync(card);
            Dictionary<string, string> answer = await withheld.Task.WaitAsync(TimeSpan.FromMinutes(1));
            await visit.Page.UnrouteAsync("**/signin-jpki");
            return answer;
        }

        /// <summary>What an attacker's own browser gets from the bank to relay: the fields of a request to the agent.</summary>
        public async Task<Dictionary<string, string>> TakeRequestAsync()
        {
            await visit.GoAsync("/login");
            await visit.PressAsync(LogInButton);
            await visit.Page.Locator("form[action$='/ask']").WaitForAsync();
            Dictionary<string, string> fields = new(StringComparer.Ordinal);
            foreach (ILocator input in await visit.Page.Locator("input[type=hidden]").AllAsync())
            {
                fields[(await input.GetAttributeAsync("name"))!] = (await input.GetAttributeAsync("value"))!;
            }

            return fields;
        }

        /// <summary>Opens a page of the attacker's, under the name that the agent knows or under the other.</summary>
        public Task LureAsync(string html, bool isListed = false) =>
            visit.Page.GotoAsync((isListed ? visit.BadSite.ListedOrigin : visit.BadSite.UnlistedOrigin) + visit.BadSite.Lay(html));

        /// <summary>Opens a page that posts a form, as if the agent itself had served it.</summary>
        public async Task PostFromAgentAsync(string action, IEnumerable<KeyValuePair<string, string>> fields)
        {
            string place = visit.AgentOrigin + "/forged";
            await visit.Page.RouteAsync(place, route => route.FulfillAsync(new() { ContentType = "text/html", Body = BadSite.Form(action, fields) }));
            await visit.Page.GotoAsync(place);
        }
    }

    /// <summary>The fields of a posted form.</summary>
    public static Dictionary<string, string> Fields(IRequest post) =>
        (post.PostData ?? string.Empty).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=', 2)).ToDictionary(
            field => Decode(field[0]), field => Decode(field[1]), StringComparer.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
