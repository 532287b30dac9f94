using System.Collections.Concurrent;
using System.Net.Http.Headers;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

/// <summary>Many ask at once while lists are published, certificates are issued and statuses change: nobody gets a wrong answer, an old one or none.</summary>
public sealed class ConcurrentAnswerTests
{
    private const int Askers = 8;
    private const int Rounds = 60;
    private const int Cards = 12;

    private readonly LabAuthority _lab = TestLab.At(TestLab.Fixed);

    [Fact]
    public async Task Every_answer_is_right_while_everything_changes()
    {
        IssuedCertificate[] leaves = [.. Enumerable.Range(0, Cards).Select(_ => TestLab.Issue(_lab).UserAuthentication)];
        byte[][] requests = [.. leaves.Select(leaf => OcspRequests.For(_lab.Of(CertificatePurpose.UserAuthentication).Current, leaf))];
        await using OcspResponderHost host = await _lab.StartResponderAsync();
        ConcurrentBag<string> wrong = [];
        int[] changed = new int[Cards];    // 0 good, 1 being changed, 2 held
        Task ahead = Task.Run(() => _lab.Responder.PresignAsync());
        Task[] asking = [.. Enumerable.Range(0, Askers).Select(asker => Task.Run(() => AskAsync(host, requests, changed, wrong, asker)))];
        for (int i = 0; i < Cards; i += 2)
        {
            Volatile.Write(ref changed[i], 1);
            _lab.Statuses.Hold(leaves[i].Identity).ShouldBe(StatusChangeOutcome.Applied);
            Volatile.Write(ref changed[i], 2);
            await _lab.Schedule.PublishNowAsync();
            TestLab.Issue(_lab);
            TestLab.ClockOf(_lab).Advance(TimeSpan.FromMinutes(4));
        }

        await Task.WhenAll(asking);
        await ahead;
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_answer_that_many_want_at_once_is_signed_once()
    {
        byte[] request = OcspRequests.For(_lab.Of(CertificatePurpose.UserAuthentication).Current, TestLab.Issue(_lab).UserAuthentication);
        OcspAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => _lab.Responder.Respond(request))));
        answers.ShouldAllBe(answer => ReferenceEquals(answer, answers[0]));
    }

    [Fact]
    public async Task Faults_that_come_and_go_leave_no_trace_in_kept_answers()
    {
        byte[] request = OcspRequests.For(_lab.Of(CertificatePurpose.UserAuthentication).Current, TestLab.Issue(_lab).UserAuthentication);
        byte[] right = _lab.Responder.Answer(request);
        Task[] asking = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                _lab.Responder.Answer(request);
            }
        }))];
        for (int i = 0; i < 100; i++)
        {
            _lab.Responder.Faults = i % 2 == 0 ? new OcspFaults { ForceUnknown = true } : OcspFaults.None;
        }

        await Task.WhenAll(asking);
        _lab.Responder.Faults = OcspFaults.None;
        _lab.Responder.Answer(request).ShouldBe(right);
    }

    private static async Task AskAsync(OcspResponderHost host, byte[][] requests, int[] changed, ConcurrentBag<string> wrong, int asker)
    {
        using HttpClient http = new();
        for (int i = 0; i < Rounds; i++)
        {
            int which = (asker + i) % requests.Length;
            int before = Volatile.Read(ref changed[which]);
            using ByteArrayContent body = new(requests[which]) { Headers = { ContentType = new MediaTypeHeaderValue("application/ocsp-request") } };
            using HttpResponseMessage response = await http.PostAsync(host.OcspAddress, body);
            string answer = Convert.ToHexString(await response.Content.ReadAsByteArrayAsync());
            int after = Volatile.Read(ref changed[which]);
            string serial = Convert.ToHexString(requests[which].AsSpan(^4));

            // CertID ends with the serial; then [0] NULL is good, [1] with certificateHold is held.
            bool isGood = answer.Contains("0204" + serial + "8000", StringComparison.Ordinal);
            bool isHeld = answer.Contains("0204" + serial + "A116", StringComparison.Ordinal) && answer.Contains("A0030A0106", StringComparison.Ordinal);
            bool isRight = (before == 2 && isHeld) || (after == 0 && isGood) || (before != 2 && after != 0 && (isGood || isHeld));
            if (!isRight)
            {
                wrong.Add($"round {i}: {response.StatusCode}, changed {before} to {after}");
            }
        }
    }
}
