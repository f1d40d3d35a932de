// A server of orders made with better-sse. Its history is a file, one event a line, so that it survives a kill, and so that a
// test can add what happens while the server is down. Arguments: port, history, milliseconds between keep-alives, where
// better-sse is installed.
//
//   GET  /orders/stream   the events from now on; after Last-Event-ID those that followed it; all of them if it is unknown
//   POST /orders          {"type", "data"}, and "id" where it shall not be a random one: sends an event
//   GET  /asked           the Last-Event-ID of each request for the stream, in order
'use strict';

const { createRequire } = require('node:module');
const fs = require('node:fs');
const http = require('node:http');

// Node.js 18 does not have it as a global; better-sse 0.16 makes its ids with it.
globalThis.crypto ??= require('node:crypto').webcrypto;

const [port, historyFile, keepAlive, home] = process.argv.slice(2);
const { createSession, createChannel } = createRequire(home + '/')('better-sse');

const history = fs.existsSync(historyFile)
    ? fs.readFileSync(historyFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
    : [];
const asked = [];
const channel = createChannel();

channel.on('broadcast', (data, type, id) => {
    history.push({ id, type, data });
    fs.appendFileSync(historyFile, JSON.stringify({ id, type, data }) + '\n');
});

async function stream(request, response) {
    asked.push(request.headers['last-event-id'] ?? '');
    const session = await createSession(request, response, { retry: 100, keepAlive: Number(keepAlive) });
    if (session.lastId !== '') {
        const known = history.findIndex((event) => event.id === session.lastId);
        history.slice(known + 1).forEach((event) => session.push(event.data, event.type, event.id));
    }
    channel.register(session);
}

async function publish(request, response) {
    let body = '';
    for await (const chunk of request) {
        body += chunk;
    }
    const { type, data, id } = JSON.parse(body);
    channel.broadcast(data, type, { eventId: id });
    response.writeHead(202).end();
}

http.createServer((request, response) => {
    if (request.url === '/orders/stream') {
        return stream(request, response);
    } else if (request.url === '/orders' && request.method === 'POST') {
        return publish(request, response);
    } else if (request.url === '/asked') {
        return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(asked));
    }
    return response.writeHead(404).end();
}).listen(Number(port), '127.0.0.1', () => console.log('listening'));
