using MyNumber.Jpki.Authority.Publishing;
using MyNumber.ResponderLoad;

// dotnet run -c Release --project benchmarks/ResponderLoad -- --seconds 60 [--mode post|get|nonce] [--publish] [--postgres]
LoadOptions options = LoadOptions.Parse(args);
await using Lab lab = await Lab.OpenAsync(options);
await using OcspResponderHost host = await lab.Authority.StartResponderAsync();
long start = TimeProvider.System.GetTimestamp();
int signed = await lab.Authority.Responder.PresignAsync();
Console.WriteLine($"{options.Cards} certificates, {signed} answers signed ahead in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s");

using CancellationTokenSource end = new();
using Witness witness = new(lab, host.OcspAddress);
Disturbance disturbance = new(options, lab, witness);
Task[] beside = [lab.Authority.Responder.RunAsync(end.Token), witness.RunAsync(end.Token), disturbance.RunAsync(end.Token)];
string output = await new WrkRun(options, host.OcspAddress).RunAsync(lab.Paths);
await end.CancelAsync();
await Task.WhenAll(beside).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

Console.WriteLine(output);
Console.WriteLine($"{options.Mode}: {WrkRun.Summary(output)}");
Console.WriteLine($"witness: {witness.Asked} answers verified, {witness.Wrong.Count} wrong {string.Join("; ", witness.Wrong.Take(3))}");
Console.WriteLine($"beside: {disturbance.Lists} lists, {disturbance.Holds} holds, {disturbance.Refused} steps refused by the absent database; {string.Join("; ", disturbance.Log)}");
return witness.Wrong.Count == 0 && !output.Contains("Socket errors", StringComparison.Ordinal) && !output.Contains("Non-2xx", StringComparison.Ordinal) ? 0 : 1;
