using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.TestKit;

namespace MyNumber.ResponderLoad;

/// <summary>wrk with one request for each certificate, in turn. It counts what is not 2xx and every socket error.</summary>
internal sealed partial class WrkRun(LoadOptions options, Uri address)
{
    public async Task<string> RunAsync(IReadOnlyList<VerifiedPath> paths)
    {
        using TemporaryFolder folder = new();
        string script = folder.Write("requests.lua", Script(paths));
        using Process wrk = OutsideProgram.Require("wrk", "wrk").Start(
            "-t", Number(options.Threads), "-c", Number(options.Connections), "-d", Number(options.Seconds) + "s", "--latency", "-s", script, address.AbsoluteUri);
        wrk.StandardInput.Close();
        Task<string> errors = wrk.StandardError.ReadToEndAsync();
        string output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return output + await errors;
    }

    public static string Summary(string output)
    {
        string rate = Rate().Match(output).Groups[1].Value;
        string requests = Requests().Match(output).Groups[1].Value;
        string last = Last().Match(output).Groups[1].Value;
        bool hasErrors = output.Contains("Socket errors", StringComparison.Ordinal) || output.Contains("Non-2xx", StringComparison.Ordinal);
        return $"{rate} answers a second, {requests} answers, 99 % within {last}, {(hasErrors ? "WITH ERRORS" : "no error")}";
    }

    private string Script(IReadOnlyList<VerifiedPath> paths)
    {
        StringBuilder lua = new();
        lua.AppendLine("local bodies = {}");
        foreach (VerifiedPath path in paths)
        {
            byte[] nonce = options.Mode == "nonce" ? new byte[16] : [];
            byte[] request = OcspRequest.Encode(path.Certificate, path.Issuer, OcspCertIdHash.Sha256, nonce);
            string text = options.Mode == "get"
                ? $"{address.AbsolutePath}/{Uri.EscapeDataString(Convert.ToBase64String(request))}"
                : string.Concat(request.Select(octet => "\\" + octet.ToString("D3", CultureInfo.InvariantCulture)));
            lua.AppendLine($"bodies[#bodies + 1] = \"{text}\"");
        }

        lua.AppendLine("local made, at = {}, 0");
        lua.AppendLine("function init(args)");
        lua.AppendLine(options.Mode == "get"
            ? "  for i, path in ipairs(bodies) do made[i] = wrk.format('GET', path) end"
            : "  for i, body in ipairs(bodies) do made[i] = wrk.format('POST', nil, { ['Content-Type'] = 'application/ocsp-request' }, body) end");
        lua.AppendLine("end");
        lua.AppendLine("function request() at = at % #made + 1 return made[at] end");
        return lua.ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex(@"\s([0-9]+) requests in", RegexOptions.CultureInvariant)]
    private static partial Regex Requests();

    [GeneratedRegex(@"99%\s+(\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Last();
}
